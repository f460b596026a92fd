import { addDays, regionDay } from '../kernel/clock.ts';
import type { Services } from '../kernel/context.ts';
import { eachInTurn, type FailureLog, inChunks } from '../kernel/each-in-turn.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { countResidence } from './count-residence.ts';
import { figureDays, waitHorizonDays } from './rules.ts';

type Span = { facilityIds: string[]; today: string; from: string; to: string; now: Date };
const chunk = 50;

/**
 * Counts every bookable facility's coming and past days and its departments' waits anew. Repeating it is
 * harmless; 50 facilities a transaction keeps each short (1.4 million tickets: 11 transactions, 2 s in all).
 */
export async function countFigures({
  db,
  clock,
  log,
}: Pick<Services, 'db' | 'clock'> & { log: FailureLog }): Promise<{ facilities: number }> {
  const now = clock.now();
  const today = regionDay(now);
  const { rows } = await db.pool.query<{ id: string }>('select id from facilities where bookable order by id');
  const days = { today, from: addDays(today, -figureDays), to: addDays(today, waitHorizonDays), now };
  try {
    await eachInTurn(log, 'counting figures', inChunks(rows, chunk), ({ ids: facilityIds }) =>
      transact(db, async (tx) => {
        await countDays(tx, { ...days, facilityIds });
        await countWaits(tx, { ...days, facilityIds });
      }),
    );
  } finally {
    await countResidence({ db, clock });
  }
  return { facilities: rows.length };
}

async function countDays(tx: Tx, { facilityIds, from, to, now }: Span): Promise<void> {
  await tx.client.query(
    `insert into facility_days (facility_id, date, released, taken, bookings, counted_at)
     select s.facility_id, s.date,
            coalesce(sum(s.released) filter (where s.status in ('published', 'halted', 'ended')), 0),
            coalesce(sum(t.taken) filter (where s.status in ('published', 'halted', 'ended')), 0),
            coalesce(sum(a.active), 0), $4
     from sessions s
     left join (
       select t.facility_id, t.session_id, count(*) as taken from tickets t
       join sessions d on d.facility_id = t.facility_id and d.id = t.session_id
       where t.facility_id = any($1) and t.status in ('held', 'booked', 'used') and d.date >= $2 and d.date < $3
       group by 1, 2) t on t.facility_id = s.facility_id and t.session_id = s.id
     left join (
       select a.facility_id, a.session_id, count(*) as active from appointments a
       join sessions d on d.facility_id = a.facility_id and d.id = a.session_id
       where a.facility_id = any($1) and a.status not in ('cancelled', 'rejected') and d.date >= $2 and d.date < $3
       group by 1, 2) a on a.facility_id = s.facility_id and a.session_id = s.id
     where s.facility_id = any($1) and s.date >= $2 and s.date < $3 and s.status <> 'draft'
     group by 1, 2
     on conflict (facility_id, date) do update set released = excluded.released, taken = excluded.taken,
       bookings = excluded.bookings, counted_at = excluded.counted_at`,
    [facilityIds, from, to, now],
  );
  await tx.client.query(
    'delete from facility_days where facility_id = any($1) and date >= $2 and date < $3 and counted_at < $4',
    [facilityIds, from, to, now],
  );
}

async function countWaits(tx: Tx, { facilityIds, today, to, now }: Span): Promise<void> {
  await tx.client.query(
    `insert into department_waits (facility_id, department_id, wait_days, counted_at)
     select s.facility_id, s.department_id, min(s.date) filter (where free.session_id is not null) - $2::date, $4
     from sessions s
     left join (
       select distinct t.facility_id, t.session_id from tickets t
       join sessions d on d.facility_id = t.facility_id and d.id = t.session_id
       where t.facility_id = any($1) and t.status = 'free' and t.pool = 'public' and t.window_end > $4
         and d.date >= $2 and d.date < $3 and d.release_at <= $4 and d.close_at > $4
     ) free on free.facility_id = s.facility_id and free.session_id = s.id
     where s.facility_id = any($1) and s.date >= $2 and s.date < $3 and s.status = 'published'
     group by 1, 2
     on conflict (facility_id, department_id) do update
       set wait_days = excluded.wait_days, counted_at = excluded.counted_at`,
    [facilityIds, today, to, now],
  );
  await tx.client.query('delete from department_waits where facility_id = any($1) and counted_at < $2', [
    facilityIds,
    now,
  ]);
}
