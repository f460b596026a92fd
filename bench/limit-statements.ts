import { claimText } from '#server/booking/claim-ticket.ts';
import { facilityCount, idPrefix, type Spread } from './spread.ts';

/**
 * What pgbench runs, each in a transaction of its own. 'claim': the claim statement of production and nothing else:
 * ticket, appointment, first step. 'booking': one statement that besides writes all that a booking consists of: the
 * person's seats, the key of the request, the audit row and the message that is also the outbox of its SMS.
 */
export type Statement = 'claim' | 'booking';
/** Integer expressions. */
type Numbers = { session: string; booking: string };

export function statementText(statement: Statement, spread: Spread, numbers: Numbers): string {
  const id = (prefix: string, n: string) => `('${prefix}' || to_hex(${n}))::uuid`;
  const session = id(idPrefix(spread.mark, 'session'), numbers.session);
  const facility = `'B${spread.mark}' || ${numbers.session} % ${facilityCount}`;
  const booking = id(`${spread.mark}00007000`, numbers.booking);
  const resident = id(`${spread.mark}00007001`, numbers.booking); // another person each time: caps must not refuse
  const values = [
    ...[facility, session, `array['public']`, 'null', 'now()', booking, `to_hex(${numbers.booking})`],
    ...[resident, `'bench'`, `'web'`, `'booked'`, 'null::uuid', 'null::timestamptz', `'none'`, `'resident'`, '120'],
    ...['null', `'bench'`],
  ];
  const text = claimText.replace(/\$(\d+)/g, (_, place) => `(${values[Number(place) - 1]})`);
  if (statement === 'claim') return text.trim();
  return withTheRest(text, { facility, session, booking, resident });
}

type Made = { facility: string; session: string; booking: string; resident: string };

/** The same statement with the other rows of a booking before its last select. */
function withTheRest(text: string, { facility, session, booking, resident }: Made): string {
  const end = text.lastIndexOf('\nselect ');
  const link = `'/appointments/' || (${facility}) || '/' || ${booking}`;
  return `${text.slice(0, end).trim()}, request as (
  insert into booking_requests (resident_id, account_id, key, body_hash, facility_id, appointment_id, created_at)
  select ${resident}, 'bench', ${booking}::text, '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU', ${facility}, ${booking}, now() from taken
), seat as (
  insert into resident_bookings (resident_id, appointment_id, facility_id, session_id, department_id, doctor_key, date,
    window_start, window_end, active, day_seat, open_seat, created_at)
  select ${resident}, ${booking}, ${facility}, ${session}, 'bench', '-', taken.window_start::date, taken.window_start,
    taken.window_end, 1, 1, 1, now() from taken
), audit as (
  insert into audit_events (facility_id, id, at, actor_kind, actor_id, action, subject_type, subject_id, detail, request_id)
  select ${facility}, ${booking}, now(), 'resident', 'bench', 'booking.book', 'appointment', ${booking}::text,
    json_build_object('sessionId', ${session}, 'number', taken.number, 'channel', 'web', 'held', false), ${booking}::text from taken
), notice as (
  insert into notices (resident_id, id, kind, params, link, mandatory, created_at, sms_state)
  select ${resident}, ${booking}, 'booked', json_build_object('facility', '压测医院', 'department', '内科', 'number', taken.number,
    'code', 'ABCDEFGH', 'windowStart', taken.window_start, 'windowEnd', taken.window_end, 'cancelBy', taken.window_start),
    ${link}, false, now(), 'queued' from taken
)${text.slice(end)}`;
}
