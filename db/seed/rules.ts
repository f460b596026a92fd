import type { ClientBase } from 'pg';
import type { Hospital } from './hospitals.ts';
import { insertRows } from './insert-rows.ts';
import { randomFrom } from './random.ts';

/** The provincial default and each hospital's own release time, spread over 07:00–08:30 to part the rush. */
export async function seedBookingRules(client: ClientBase, hospitals: Hospital[]): Promise<number> {
  const columns = { facility_id: 'text', effective_from: 'date', release_time: 'time' };
  const from = '2026-01-01';
  const own = hospitals.map((hospital) => {
    const minutes = 7 * 60 + randomFrom(`release ${hospital.id}`).int(19) * 5;
    const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    return [hospital.id, from, time];
  });
  return insertRows(client, 'booking_rules', columns, [['province', from, '08:00'], ...own]);
}
