import { addDays, regionDay } from '../kernel/clock.ts';
import type { Services } from '../kernel/context.ts';
import { transact } from '../kernel/transaction.ts';
import { figureDays } from './rules.ts';

/** Counts the coming bookings and the registered residents by place of residence anew. Repeating it is harmless. */
export async function countResidence({ db, clock }: Pick<Services, 'db' | 'clock'>): Promise<void> {
  const now = clock.now();
  const today = regionDay(now);
  await transact(db, async (tx) => {
    await tx.client.query(
      `insert into region_bookings (region_code, bookings, residents, counted_at)
       select r.region_code, coalesce(sum(b.bookings), 0), count(*), $3
       from residents r
       left join (
         select resident_id, count(*) as bookings from resident_bookings
         where active = 1 and date >= $1 and date < $2 group by 1) b on b.resident_id = r.id
       where r.region_code is not null
       group by 1
       on conflict (region_code) do update set bookings = excluded.bookings, residents = excluded.residents,
         counted_at = excluded.counted_at`,
      [today, addDays(today, figureDays), now],
    );
    await tx.client.query('delete from region_bookings where counted_at < $1', [now]);
  });
}
