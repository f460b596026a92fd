import type { Tx } from '../kernel/transaction.ts';
import type { ActiveBooking } from './rules.ts';

/** What each of these people has booked from `today` on, by resident; the caller may act for them or is the system. */
export async function listActive(
  db: Pick<Tx['client'], 'query'>,
  residentIds: string[],
  today: string,
): Promise<Map<string, ActiveBooking[]>> {
  const { rows } = await db.query<ActiveBooking & { residentId: string }>({
    name: 'list-active-bookings',
    text: `select b.resident_id as "residentId", b.appointment_id as "appointmentId", b.department_id as "departmentId",
             b.doctor_key as "doctorKey", b.date, b.window_start as "windowStart", b.window_end as "windowEnd",
             b.day_seat as "daySeat", b.open_seat as "openSeat", d.name as label
           from resident_bookings b join departments d on d.id = b.department_id
           where b.resident_id = any($1::uuid[]) and b.active = 1 and b.date >= $2 order by b.window_start`,
    values: [residentIds, today],
  });
  return Map.groupBy(rows, (row) => row.residentId);
}
