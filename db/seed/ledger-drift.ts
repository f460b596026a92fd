import type { ClientBase } from 'pg';
import { ownPlansFacility as facilityId } from './connected-hospitals.ts';

/** The hospital of the sample staff. */

/**
 * One number of the demo says that it is booked, and nobody has it: the ledger's check finds it, takes the session
 * off sale and tells the officials. Only for the demo, and once: an alert, settled or not, says that it was there.
 */
export async function seedLedgerDrift(client: ClientBase, today: string): Promise<number> {
  const { rowCount } = await client.query(
    `update tickets t set status = 'booked', taken_by = 'platform' from (
       select k.session_id, max(k.number) as number from sessions s
       join tickets k on k.facility_id = s.facility_id and k.session_id = s.id and k.status = 'free' and k.pool = 'public'
       where s.facility_id = $1 and not exists (select 1 from ledger_alerts l where l.facility_id = $1)
         and s.status = 'published' and s.number_type = 'ordinary' and s.date > $2::date + 3
       group by k.session_id, s.date, s.id order by s.date desc, s.id limit 1) one
     where t.facility_id = $1 and t.session_id = one.session_id and t.number = one.number`,
    [facilityId, today],
  );
  return rowCount ?? 0;
}
