import type { ActiveBooking } from '../booking/rules.ts';
import type { Tx } from '../kernel/transaction.ts';

/** The person's coming visits, at any hospital. */
export async function listVisits(tx: Tx, residentId: string, today: string): Promise<ActiveBooking[]> {
  const { rows } = await tx.client.query<ActiveBooking>({
    name: 'list-coming-visits',
    text: `select b.appointment_id as "appointmentId", b.department_id as "departmentId", b.doctor_key as "doctorKey", b.date,
             b.window_start as "windowStart", b.window_end as "windowEnd", b.day_seat as "daySeat", b.open_seat as "openSeat",
             d.name as label
           from resident_bookings b join departments d on d.id = b.department_id
           where b.resident_id = $1 and b.active = 1 and b.date >= $2 order by b.window_start`,
    values: [residentId, today],
  });
  return rows;
}

/** Seats of the person's undecided requests. */
export async function listOpenSeats(tx: Tx, residentId: string): Promise<number[]> {
  const { rows } = await tx.client.query<{ seat: number }>(
    'select seat from resident_draws where resident_id = $1 and waiting = 1',
    [residentId],
  );
  return rows.map((row) => row.seat);
}

/** These requests are decided, or withdrawn, and no longer count. */
export async function leaveSeats(tx: Tx, entries: { residentId: string; id: string }[]): Promise<void> {
  await tx.client.query(
    `update resident_draws r set waiting = 0 from unnest($1::uuid[], $2::uuid[]) as e (person, entry)
     where r.resident_id = e.person and r.entry_id = e.entry`,
    [entries.map((entry) => entry.residentId), entries.map((entry) => entry.id)],
  );
}
