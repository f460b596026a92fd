import type { Context } from '../kernel/context.ts';
import { refused } from '../kernel/errors.ts';
import type { Tx } from '../kernel/transaction.ts';
import { insertTickets } from './insert-sessions.ts';
import { returnTickets } from './return-tickets.ts';
import { windowMinutes, windowsFor } from './rules.ts';

type Session = { facilityId: string; id: string; startsAt: Date; endsAt: Date };

/**
 * Makes a locked session have `capacity` numbers, extra ones (加号) not counted. More: suspended numbers come
 * back first, then new ones follow the last. Fewer: free numbers from the end are suspended, public ones first;
 * a number somebody holds is never taken away. Added numbers go to who waits first. Returns what changed.
 */
export async function changeCapacity(
  tx: Tx,
  ctx: Pick<Context, 'clock' | 'ids'>,
  session: Session,
  capacity: number,
): Promise<{ before: number; after: number }> {
  const key = [session.facilityId, session.id];
  const { rows } = await tx.client.query<{ current: number; last: number }>(
    `select count(*) filter (where status <> 'suspended' and pool <> 'extra') as current, coalesce(max(number), 0)::int as last
     from tickets where facility_id = $1 and session_id = $2`,
    key,
  );
  const { current = 0, last = 0 } = rows[0] ?? {};
  if (capacity < current) await takeAway(tx, key, current - capacity, current);
  if (capacity > current) {
    const back = await giveBack(tx, key, capacity - current);
    const fresh = capacity - current - back.length;
    const windows = windowsFor(session.startsAt, session.endsAt, fresh, windowMinutes, last + 1);
    await insertTickets(
      tx,
      windows.map((w) => ({ ...w, facilityId: session.facilityId, sessionId: session.id, pool: 'public' })),
    );
    await tx.client.query('update sessions set released = released + $3 where facility_id = $1 and id = $2', [
      ...key,
      fresh,
    ]);
    const numbers = [...back, ...windows.map((w) => w.number)];
    await returnTickets(tx, ctx, { facilityId: session.facilityId, sessionId: session.id, numbers }, 'added');
  }
  return { before: current, after: capacity };
}

/** Chosen once: a subquery with a limit may be run again for each row, and then takes more than were asked for. */
async function takeAway(tx: Tx, key: string[], wanted: number, current: number): Promise<void> {
  const { rowCount } = await tx.client.query(
    `with cut as materialized (
       select number from tickets where facility_id = $1 and session_id = $2 and status in ('free', 'quarantined') and pool <> 'extra'
       order by pool = 'public' desc, number desc limit $3 for update skip locked
     )
     update tickets t set status = 'suspended' from cut where t.facility_id = $1 and t.session_id = $2 and t.number = cut.number`,
    [...key, wanted],
  );
  const cut = rowCount ?? 0;
  // rolls back what was cut: a half-done reduction would surprise
  if (cut < wanted) throw refused('capacity-below-taken', { params: { least: current - cut } });
}

async function giveBack(tx: Tx, key: string[], wanted: number): Promise<number[]> {
  const { rows } = await tx.client.query<{ number: number }>(
    `with back as materialized (
       select number from tickets where facility_id = $1 and session_id = $2 and status = 'suspended' and pool <> 'extra'
       order by number limit $3 for update
     )
     update tickets t set status = 'free' from back where t.facility_id = $1 and t.session_id = $2 and t.number = back.number returning t.number`,
    [...key, wanted],
  );
  return rows.map((row) => row.number);
}
