import { HisError } from '#fhir/client/errors.ts';
import { regionDay } from '../kernel/clock.ts';
import { transact } from '../kernel/transaction.ts';
import type { HisTicket } from '../schedules/his-ticket-rules.ts';
import { hisStamp } from '../schedules/his-version.ts';
import { type Blocked, upsertHisTickets } from '../schedules/upsert-his-tickets.ts';
import type { Hospital } from './hospital.ts';

/** So many at most are looked into after one sweep: more are a fault of the sweep rather than deletions. */
const most = 200;

/**
 * After everything was read: numbers to come that the hospital did not mention. Each is asked for by its id,
 * and only what is gone (404, 410) is closed here, since a page may also have slipped over a number. Returns
 * those on which a resident is booked.
 */
export async function settleVanished(
  { ctx, client, facilityId }: Hospital,
  seen: ReadonlySet<string>,
): Promise<Blocked[]> {
  const now = ctx.clock.now();
  const { rows } = await ctx.db.pool.query<Omit<HisTicket, 'hisVersion' | 'status'>>(
    `select t.his_id as "hisId", s.his_id as "scheduleHisId", t.number, t.window_start as start, t.window_end as "end"
     from tickets t join sessions s on s.facility_id = t.facility_id and s.id = t.session_id
     where t.facility_id = $1 and s.date >= $2 and s.his_id is not null and t.status <> 'suspended' and t.his_id <> all($3)
     order by s.date limit $4`,
    [facilityId, regionDay(now), [...seen], most],
  );
  const gone: HisTicket[] = [];
  for (const row of rows) {
    if (await isGone(client, 'Slot', row.hisId))
      gone.push({ ...row, hisVersion: hisStamp(now.toISOString(), 'gone'), status: 'suspended' });
  }
  if (gone.length === 0) return [];
  return (await transact(ctx.db, (tx) => upsertHisTickets(tx, facilityId, gone, ctx.clock.now()))).blocked;
}

/** The hospital itself says that it is no more. */
export async function isGone(client: Hospital['client'], type: string, hisId: string): Promise<boolean> {
  try {
    await client.read(type, hisId);
    return false;
  } catch (error) {
    if (error instanceof HisError && error.kind === 'http' && (error.status === 404 || error.status === 410))
      return true;
    throw error;
  }
}
