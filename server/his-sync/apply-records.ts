import type { FhirResource } from '#fhir/resources/resource.ts';
import type { Context } from '../kernel/context.ts';
import { sqlState, type Tx } from '../kernel/transaction.ts';
import { findCodeMaps } from '../records/code-maps.ts';
import { placePatients } from '../records/identity/place-patients.ts';
import { findResidents } from '../records/identity/source-patients.ts';
import { lockIntake } from '../records/lock-intake.ts';
import { takeIn } from '../records/take-in.ts';
import { keep } from './apply-directory.ts';
import { type PageOf, readPage } from './read-page.ts';
import { type ReadRecord, readRecord } from './read-record.ts';

export type Taking = { ctx: Context; facilityId: string; now: Date };
type Misfit = { hisId: string; reason: string };

/** Takes one page of one type of the record over; what cannot be read or placed waits with its reason. */
export async function applyRecords(tx: Tx, taking: Taking, type: string, resources: FhirResource[]): Promise<number> {
  await lockIntake(tx, taking.facilityId);
  const maps = await findCodeMaps(tx, taking.facilityId);
  const page = readPage(resources, type, (one) => readRecord(one, maps));
  const misfits: Misfit[] = [];
  const residents = await residentsOf(tx, taking, page);
  const placed = page.values.filter(({ hisId, told }) => {
    if (residents.has(told.patient)) return true;
    misfits.push({ hisId, reason: 'patient: not known here' });
    return false;
  });
  const written = await takeOrSetAside(tx, taking, placed, residents, misfits);
  await keep(tx, taking, type, resources, page, misfits);
  return written;
}

async function residentsOf(
  tx: Tx,
  { ctx, facilityId }: Taking,
  page: PageOf<ReadRecord>,
): Promise<Map<string, string>> {
  const patients = page.values.flatMap((one) => one.patient ?? []);
  if (patients.length > 0) return placePatients(tx, ctx, facilityId, patients);
  const named = [...new Set(page.values.map((one) => one.told.patient))];
  return named.length > 0 ? findResidents(tx, facilityId, named) : new Map();
}

/** The whole page at once; should the database refuse a text, one by one, so that one never fails its neighbours. */
async function takeOrSetAside(
  tx: Tx,
  { ctx, facilityId }: Taking,
  placed: readonly ReadRecord[],
  residents: Map<string, string>,
  misfits: Misfit[],
): Promise<number> {
  if (placed.length === 0) return 0;
  await tx.client.query('savepoint page');
  try {
    const told = placed.map((one) => one.told);
    const { added, changed } = await takeIn(tx, ctx, facilityId, told, residents);
    await tx.client.query('release savepoint page');
    return added + changed;
  } catch (error) {
    if (!sqlState(error)?.startsWith('22')) throw error;
    await tx.client.query('rollback to savepoint page');
  }
  if (placed.length === 1) {
    misfits.push({ hisId: placed[0]?.hisId ?? '', reason: 'resource: holds a value no database keeps' });
    return 0;
  }
  const half = placed.length >> 1;
  const first = await takeOrSetAside(
    tx,
    { ctx, facilityId, now: ctx.clock.now() },
    placed.slice(0, half),
    residents,
    misfits,
  );
  return (
    first +
    (await takeOrSetAside(tx, { ctx, facilityId, now: ctx.clock.now() }, placed.slice(half), residents, misfits))
  );
}
