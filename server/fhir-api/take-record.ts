import { writeCollection } from '#fhir/documents/collection.ts';
import type { Frame, Kept } from '#fhir/documents/kept.ts';
import { writeSummary } from '#fhir/documents/summary.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { ContextOf } from '../kernel/context.ts';
import { refused } from '../kernel/errors.ts';
import { transact } from '../kernel/transaction.ts';
import { type Held, listCarried, readBodies } from '../records/body-queries.ts';
import { entryId } from '../records/entry-id.ts';
import { openToTake } from '../records/open-to-take.ts';
import type { TakeForm, TakeInput } from '../records/schema/take.ts';
import type { RecordScope } from '../records/scope.ts';
import { findPerson, listSummary } from '../records/summary-queries.ts';
import { toKept } from './to-kept.ts';

type Reading = ContextOf<'resident'> | ContextOf<'staff'>;

/** Entries of one file; a person with more than this is helped by a hospital, not by a telephone's memory. */
export const carriedMost = 50_000;
/** Entries in memory at once: papers inside them may be large. */
const pageOf = 40;

/**
 * A record as a file of FHIR, piece by piece: an International Patient Summary, or a Bundle of everything. All that may
 * be refused is refused before the first piece; one audit row a file.
 */
export async function takeRecord(
  ctx: Reading,
  form: TakeForm,
  input: TakeInput,
  most = carriedMost,
): Promise<AsyncIterable<string>> {
  const scope = await openToTake(ctx, input);
  const held = await listCarried(ctx, scope, most);
  if (form === 'everything' && held.length > most) throw refused('take-too-large', { params: { most } });
  const chosen = form === 'summary' ? (await listSummary(ctx, scope)).map((one) => one.id) : held.map((one) => one.id);
  const frame = await frameOf(ctx, scope, held, chosen);
  await transact(ctx.db, (tx) =>
    recordAudit(tx, ctx, {
      ...{ facilityId: null, action: 'records.take', subjectType: 'resident', subjectId: input.residentId },
      detail: { form, topics: scope.topics, entries: chosen.length },
    }),
  );
  const pages = readPages(ctx, scope, chosen);
  return form === 'summary' ? summaryOf(pages, frame, scope) : writeCollection(frame, pages);
}

async function frameOf(
  ctx: Reading,
  { residentId }: RecordScope,
  held: readonly Held[],
  chosen: readonly string[],
): Promise<Frame> {
  return {
    id: ctx.ids.next(),
    at: ctx.clock.now().toISOString(),
    person: await findPerson(ctx, residentId),
    facilities: new Map(held.map((one) => [one.facilityId, one.facilityName])),
    idOf: entryId,
    holds: new Set(chosen),
  };
}

async function* readPages(ctx: Reading, scope: RecordScope, ids: readonly string[]): AsyncGenerator<Kept[]> {
  for (let at = 0; at < ids.length; at += pageOf)
    yield (await readBodies(ctx, scope, ids.slice(at, at + pageOf))).map(toKept);
}

async function* summaryOf(pages: AsyncIterable<Kept[]>, frame: Frame, scope: RecordScope): AsyncGenerator<string> {
  const entries: Kept[] = [];
  for await (const page of pages) entries.push(...page);
  yield writeSummary(entries, frame, scope.types === null ? 'unavailable' : 'withheld');
}
