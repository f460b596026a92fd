import type { Tx } from '../kernel/transaction.ts';
import { isNewerStamp } from './his-version.ts';

/** A session as the hospital's own system plans it; `departmentId` and `practitionerId` are ours. */
export type HisSession = {
  id: string;
  hisId: string;
  hisVersion: string;
  departmentId: string;
  practitionerId: string | null;
  date: string;
  halfDay: string;
  startsAt: string;
  endsAt: string;
  numberType: string;
  feeFen: number;
  active: boolean;
  stopReason: string | null;
  releaseAt: Date;
  closeAt: Date;
  cutoffAt: Date | null;
  reopensAt: Date | null;
};
export type HisSessionsOutcome = { written: number; stopped: { id: string; hisId: string }[] };

type Known = { id: string; his_id: string; his_version: string | null; status: string };

/**
 * Takes over sessions of one hospital, each version once and never an older one. `id` counts only for a new
 * session. Returns the open sessions that the hospital has stopped: the caller queues what follows.
 */
export async function upsertHisSessions(tx: Tx, facilityId: string, given: HisSession[]): Promise<HisSessionsOutcome> {
  const { rows: known } = await tx.client.query<Known>({
    name: 'known-his-sessions',
    text: 'select id, his_id, his_version, status from sessions where facility_id = $1 and his_id = any($2)',
    values: [facilityId, given.map((s) => s.hisId)],
  });
  const byHis = new Map(known.map((row) => [row.his_id, row]));
  const wanted = given.filter((s) => isNewerStamp(s.hisVersion, byHis.get(s.hisId)?.his_version ?? null));
  if (wanted.length === 0) return { written: 0, stopped: [] };
  await writeSessions(tx, facilityId, wanted);
  const stopped = wanted.flatMap((s) => {
    const row = byHis.get(s.hisId);
    return row && !s.active && row.status !== 'suspended' && row.status !== 'ended'
      ? [{ id: row.id, hisId: s.hisId }]
      : [];
  });
  return { written: wanted.length, stopped };
}

/** The hospital holds again a clinic that it had stopped itself; its numbers follow with their own news. */
const reopened = `(sessions.status = 'suspended' and sessions.suspended_by = 'hospital' and excluded.status = 'published')`;

/** A stopped session keeps its status here: the job that tells the residents suspends it. */
async function writeSessions(tx: Tx, facilityId: string, rows: HisSession[]): Promise<void> {
  const column = <T>(pick: (row: HisSession) => T): T[] => rows.map(pick);
  await tx.client.query({
    name: 'upsert-his-sessions',
    text: `insert into sessions (facility_id, id, department_id, practitioner_id, date, half_day, starts_at, ends_at, number_type,
             fee_fen, status, release_at, close_at, released, suspend_reason, suspended_by, his_id, his_version,
             cutoff_at, reopens_at)
           select $1, id, department, practitioner, date, half, starts, ends, type, fee,
             case when active then 'published' else 'suspended' end, release, close, 0, reason,
             case when active then null else 'hospital' end, his, version, cut, again
           from unnest($2::uuid[], $3::text[], $4::text[], $5::date[], $6::text[], $7::timestamptz[], $8::timestamptz[],
             $9::text[], $10::int[], $11::boolean[], $12::timestamptz[], $13::timestamptz[], $14::text[], $15::text[], $16::text[],
             $17::timestamptz[], $18::timestamptz[])
             as n (id, department, practitioner, date, half, starts, ends, type, fee, active, release, close, reason, his, version, cut, again)
           on conflict (facility_id, his_id) do update set department_id = excluded.department_id,
             practitioner_id = excluded.practitioner_id, date = excluded.date, half_day = excluded.half_day,
             starts_at = excluded.starts_at, ends_at = excluded.ends_at, number_type = excluded.number_type,
             fee_fen = excluded.fee_fen, close_at = excluded.close_at, cutoff_at = excluded.cutoff_at,
             reopens_at = excluded.reopens_at, his_version = excluded.his_version,
             status = case when ${reopened} then 'published' else sessions.status end,
             suspend_reason = case when ${reopened} then null else coalesce(excluded.suspend_reason, sessions.suspend_reason) end,
             suspended_by = case when ${reopened} then null else sessions.suspended_by end`,
    values: [
      facilityId,
      ...[column((s) => s.id), column((s) => s.departmentId), column((s) => s.practitionerId), column((s) => s.date)],
      ...[column((s) => s.halfDay), column((s) => s.startsAt), column((s) => s.endsAt), column((s) => s.numberType)],
      ...[column((s) => s.feeFen), column((s) => s.active), column((s) => s.releaseAt), column((s) => s.closeAt)],
      ...[column((s) => s.stopReason), column((s) => s.hisId), column((s) => s.hisVersion)],
      ...[column((s) => s.cutoffAt), column((s) => s.reopensAt)],
    ],
  });
}
