import type { Context } from '../../kernel/context.ts';
import { enqueue } from '../../kernel/queue.ts';
import { type Tx, transact } from '../../kernel/transaction.ts';
import { factsOf, type PatientRow, patientColumns, readSignUps } from './acquaintances.ts';
import { introduce } from './introduce.ts';
import { place } from './place-patients.ts';
import { lockSourcePatients } from './source-patients.ts';

/**
 * Judges a hospital's patients again with what is known by now. Harmless at any time: what is settled or decided by a
 * person stays, and the same facts give the same answer.
 */
export async function judgeAgain(ctx: Context, facilityId: string, sourceIds: string[]): Promise<void> {
  await transact(ctx.db, async (tx) => {
    const known = await lockSourcePatients(tx, facilityId, sourceIds);
    const { rows } = await tx.client.query<PatientRow>({
      name: 'read-unsettled-patients',
      text: `select ${patientColumns} from source_patients where facility_id = $1 and source_id = any($2) and not decided_by_hand`,
      values: [facilityId, sourceIds],
    });
    const coming = rows.flatMap((row) => {
      const before = known.get(row.sourceId);
      return before
        ? [{ ...introduce(ctx, factsOf(ctx, row)), sourceId: row.sourceId, stamp: before, known: before }]
        : [];
    });
    await place(tx, ctx, facilityId, coming);
  });
}

/**
 * Writes down under which keys residents are found, and has those judged again who may be they: patients without a
 * place yet, and those whom a number alone had placed before its owner came.
 */
export async function noteResidents(ctx: Context, residentIds: string[]): Promise<void> {
  await transact(ctx.db, async (tx) => {
    const papers = await readSignUps(tx, ctx, residentIds);
    const keys = papers.map((one) => one.kept);
    await tx.client.query({
      name: 'note-resident-keys',
      text: `insert into resident_keys (resident_id, keys, noted_at)
             select id, string_to_array(keys, ' ')::bigint[], $3 from unnest($1::uuid[], $2::text[]) as n (id, keys) order by id
             on conflict (resident_id) do update set keys = excluded.keys, noted_at = excluded.noted_at`,
      values: [papers.map((one) => one.residentId), keys.map((one) => one.join(' ')), ctx.clock.now()],
    });
    await callFor(tx, keys.flat(), residentIds);
  });
}

async function callFor(tx: Tx, keys: string[], residentIds: string[]): Promise<void> {
  const { rows } = await tx.client.query<{ facilityId: string; sourceIds: string[] }>({
    name: 'find-patients-of-new-residents',
    text: `select facility_id as "facilityId", array_agg(source_id order by source_id) as "sourceIds" from source_patients
           where not decided_by_hand and (facility_id, source_id) in (
             select p.facility_id, p.source_id
             from unnest($1::bigint[]) as k (key) join source_patients p on p.keys @> array[k.key] where not p.settled
             union select facility_id, source_id from source_patients where resident_id = any($2))
           group by facility_id`,
    values: [keys, residentIds],
  });
  for (const one of rows) await enqueue(tx, 'identity-judge-again', one);
}

const atOnce = 200;

/** Heals what was missed: residents who came another way than by sign-up. Answers how many there were. */
export async function sweepIdentity(ctx: Context): Promise<number> {
  let noted = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await ctx.db.pool.query<{ id: string }>({
      name: 'find-residents-without-keys',
      text: `select r.id from residents r where r.id > $1
               and not exists (select from resident_keys k where k.resident_id = r.id) order by r.id limit ${atOnce}`,
      values: [after],
    });
    const last = rows.at(-1)?.id;
    if (!last) return noted;
    await noteResidents(
      ctx,
      rows.map((row) => row.id),
    );
    noted += rows.length;
    after = last;
  }
}

/**
 * Has everybody judged again who has no settled place: two hospitals that told of one person in the same second may
 * have missed each other. Answers how many they are.
 */
export async function judgeUnsettled(ctx: Context): Promise<number> {
  return transact(ctx.db, async (tx) => {
    const { rows } = await tx.client.query<{ facilityId: string; sourceIds: string[] }>({
      name: 'find-unsettled-patients',
      text: `select facility_id as "facilityId", array_agg(source_id order by source_id) as "sourceIds"
             from source_patients where not settled and not decided_by_hand group by facility_id`,
    });
    for (const { facilityId, sourceIds } of rows) {
      for (let from = 0; from < sourceIds.length; from += atOnce) {
        await enqueue(tx, 'identity-judge-again', { facilityId, sourceIds: sourceIds.slice(from, from + atOnce) });
      }
    }
    return rows.reduce((sum, row) => sum + row.sourceIds.length, 0);
  });
}
