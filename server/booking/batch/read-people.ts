import type { Tx } from '../../kernel/transaction.ts';
import type { ActiveBooking } from '../rules.ts';
import { watchedAt } from '../standing.ts';
import type { BatchRequest, PersonState } from './request.ts';

type Active = Omit<ActiveBooking, 'windowStart' | 'windowEnd'> & { windowStart: string; windowEnd: string };
type Row = Omit<PersonState, 'active'> & { place: number; active: Active[] | null };

/** What each person of the batch has already, at the place of the request; null for nobody we know. */
export async function readPeople(tx: Tx, requests: BatchRequest[], now: Date): Promise<(PersonState | null)[]> {
  const wishes = requests.map((one) => one.wish);
  const { rows } = await tx.client.query<Row>({
    name: 'batch-read-people',
    text: `select a.place::int as place, r.name, r.sex, r.birth_date as "birthDate", ${watchedAt('$4::timestamptz')} as watched,
             exists (select 1 from booking_requests q
                     where q.resident_id = a.resident and q.account_id = a.account and q.key = a.key) as known,
             (select json_agg(json_build_object('appointmentId', b.appointment_id, 'departmentId', b.department_id,
                'doctorKey', b.doctor_key, 'date', b.date, 'windowStart', b.window_start, 'windowEnd', b.window_end,
                'daySeat', b.day_seat, 'openSeat', b.open_seat, 'label', d.name) order by b.window_start)
              from resident_bookings b join departments d on d.id = b.department_id
              where b.resident_id = a.resident and b.active = 1) as active
           from unnest($1::uuid[], $2::text[], $3::text[]) with ordinality as a (resident, account, key, place)
           join residents r on r.id = a.resident`,
    values: [wishes.map((w) => w.residentId), wishes.map((w) => w.accountId), wishes.map((w) => w.key), now],
  });
  const states = new Map(rows.map((row) => [row.place - 1, stateOf(row)]));
  return requests.map((_, i) => states.get(i) ?? null);
}

const stateOf = ({ place: _, active, ...person }: Row): PersonState => ({
  ...person,
  active: (active ?? []).map((b) => ({
    ...b,
    windowStart: new Date(b.windowStart),
    windowEnd: new Date(b.windowEnd),
  })),
});
