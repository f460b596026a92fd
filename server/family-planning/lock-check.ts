import { notFound, refused } from '../kernel/errors.ts';
import type { Tx } from '../kernel/transaction.ts';
import type { SheetScope } from './open-sheet.ts';
import type { Flag } from './rules/readings.ts';
import type { Part } from './schema/items.ts';

export type LockedCheck = {
  id: string;
  facilityId: string;
  coupleId: string;
  partnerId: string | null;
  part: Part;
  graded: boolean;
};

/** The check, for writing: of this person, within what is open to the worker, and not over. */
export async function lockCheck(tx: Tx, { residentId, books }: SheetScope, checkId: string): Promise<LockedCheck> {
  const { rows } = await tx.client.query<LockedCheck & { closed: boolean }>(
    `select id, facility_id as "facilityId", couple_id as "coupleId", partner_id as "partnerId", part,
       graded_at is not null as graded, closed_at is not null as closed
     from preconception_checks
     where resident_id = $1 and id = $2 and ($3::text[] is null or facility_id = any($3)) for update`,
    [residentId, checkId, books],
  );
  if (!rows[0]) throw notFound('planning-check');
  if (rows[0].closed) throw refused('planning-check-closed');
  return rows[0];
}

type Latest = { code: string; value: string; flag: Flag; revision: number };

/** The reading in force of each code. */
export async function latestResults(tx: Tx, residentId: string, checkId: string): Promise<Latest[]> {
  const { rows } = await tx.client.query<Latest>(
    `select distinct on (code) code, value, flag, revision from preconception_results
     where resident_id = $1 and check_id = $2 order by code, revision desc`,
    [residentId, checkId],
  );
  return rows;
}
