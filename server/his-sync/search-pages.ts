import { HisError } from '#fhir/client/errors.ts';
import { isClinicalType } from '#fhir/resources/clinical/shapes.ts';
import type { FhirResource } from '#fhir/resources/resource.ts';
import { transact } from '../kernel/transaction.ts';
import type { Run } from './apply-page.ts';
import { recordRejects, rejectOf } from './record-rejects.ts';
import type { PulledType } from './rules.ts';

const listedAtOnce = '100';
const readAtOnce = 20;

/**
 * The same pages, each asked for while the one before is taken over: neither side waits for the other. What goes wrong
 * with a page is told when it is its turn.
 */
export async function* oneAhead<Page>(pages: AsyncGenerator<Page>): AsyncGenerator<Page> {
  let coming = pages.next();
  try {
    for (let page = await coming; !page.done; page = await coming) {
      coming = pages.next();
      coming.catch(() => {});
      yield page.value;
    }
  } finally {
    await coming.catch(() => {});
    await pages.return(undefined);
  }
}

/** Pages as the hospital gives them; where one is larger than it may be, piece by piece, so that one resource holds up no other. */
export async function* searchPages(
  run: Run,
  type: PulledType,
  params: Record<string, string>,
): AsyncGenerator<FhirResource[]> {
  try {
    yield* run.client.search(type, params);
  } catch (error) {
    if (!isClinicalType(type) || !isTooLarge(error)) throw error;
    yield* searchPiecemeal(run, type, params);
  }
}

/**
 * A search whose pages are larger than a hospital may send: first the ids, then a few at a time, and where those are
 * still too large one by one. The one that is too large alone waits with that as its reason; the others come through.
 */
async function* searchPiecemeal(
  run: Run,
  type: string,
  params: Record<string, string>,
): AsyncGenerator<FhirResource[]> {
  const listed = { ...params, _elements: 'id,meta', _count: listedAtOnce };
  for await (const page of run.client.search(type, listed)) {
    const own = page.filter((one) => one.resourceType === type && one.id);
    for (let i = 0; i < own.length; i += readAtOnce) yield readSome(run, type, own.slice(i, i + readAtOnce));
  }
}

async function readSome(run: Run, type: string, listed: FhirResource[]): Promise<FhirResource[]> {
  const ids = listed.map((one) => String(one.id));
  const found: FhirResource[] = [];
  try {
    for await (const page of run.client.search(type, { _id: ids.join(','), _count: String(readAtOnce) }))
      found.push(...page);
    return found;
  } catch (error) {
    if (!isTooLarge(error)) throw error;
  }
  const [only] = listed;
  if (listed.length > 1 || !only) {
    const half = listed.length >> 1;
    return [...(await readSome(run, type, listed.slice(0, half))), ...(await readSome(run, type, listed.slice(half)))];
  }
  const { facilityId, now } = run;
  const reject = rejectOf(only, 'resource: larger than a hospital may send');
  await transact(run.ctx.db, (tx) => recordRejects(tx, facilityId, [reject], now));
  return [];
}

const isTooLarge = (error: unknown): boolean => error instanceof HisError && error.kind === 'too-large';
