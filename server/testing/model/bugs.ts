import { randomUUID } from 'node:crypto';
import type { Statement } from './intercept.ts';

/**
 * A mistake as somebody might make it, planted from outside: statements are replaced on their way to the database, or
 * constraints dropped in the bug's own copy of it. `rewrite` gives the statement back untouched where it does not apply.
 */
export type Bug = {
  name: string;
  schema?: string[];
  rewrite?: () => (statement: Statement) => Statement;
};

type Change = { in: string | RegExp; from: string; to: string };
const meant = ({ name, text }: Statement, where: string | RegExp): boolean =>
  typeof where === 'string' ? name === where : where.test(text);

/** Replaces parts of statements, named by their name or by what their text matches. */
const changes = (...list: Change[]) => {
  return () =>
    (statement: Statement): Statement => {
      const text = list
        .filter((change) => meant(statement, change.in))
        .reduce((before, { from, to }) => before.replaceAll(from, to), statement.text);
      return text === statement.text ? statement : { ...statement, text };
    };
};

/** Replaces the values of one statement. */
const values = (name: string, change: (given: unknown[]) => unknown[]) => (statement: Statement) =>
  statement.name === name ? { ...statement, values: change(statement.values ?? []) } : statement;

/** Leaves a statement out; `answer` is what it would have said. */
const without = (applies: (statement: Statement) => boolean, answer = 'select 1') => {
  return () =>
    (statement: Statement): Statement =>
      applies(statement) ? { text: answer } : statement;
};

const claims = ['claim-ticket', 'batch-lock-tickets'];
const looks = ['find-booking-target', 'batch-lock-tickets'];
const everywhere = (names: string[], from: string, to: string) => names.map((name) => ({ in: name, from, to }));
const lockedOffer = /from offers o join tickets t .* for update of o/s;

const anew = (key: unknown) => `${key}${randomUUID()}`;
const forgetKeys = () => (statement: Statement) => {
  const one = values('open-booking-request', ([a, b, key, ...rest]) => [a, b, anew(key), ...rest]);
  const list = (given: unknown[]) => [given[0], given[1], (given[2] as unknown[]).map(anew), ...given.slice(3)];
  return values('batch-take-keys', list)(values('batch-read-people', list)(one(statement)));
};

/** The same key is taken for the same wish, whatever it asks for now. */
const forgetBodies = () => {
  const asked = new Map<unknown, unknown>();
  return (statement: Statement): Statement => {
    const [, , key, body] = statement.values ?? [];
    if (statement.name === 'open-booking-request') asked.set(key, body);
    if (statement.name !== 'find-booking-request') return statement;
    const text = statement.text.replace('select body_hash', `select '${asked.get(key)}'::text`);
    return { text, values: statement.values ?? [] };
  };
};

export const bugs: Bug[] = [
  {
    name: 'check-then-insert: the free number is read without a lock, and nothing else guards it',
    schema: ['drop index appointments_ticket_active'],
    rewrite: changes(...everywhere(claims, 'for update skip locked', ''), {
      in: 'batch-write-appointments',
      from: "and t.status = 'free' returning",
      to: 'returning',
    }),
  },
  {
    name: 'the limits of a person are counted without a lock, and no constraint stands behind',
    schema: ['day_seat', 'open_seat', 'doctor_day'].map((name) => `drop index resident_bookings_${name}`),
  },
  {
    name: 'overlapping visits are not looked for',
    schema: ['alter table resident_bookings drop constraint resident_bookings_no_overlap'],
    rewrite: changes(
      ...everywhere(
        ['open-booking-request', 'batch-read-people'],
        "'windowEnd', b.window_end",
        "'windowEnd', b.created_at",
      ),
    ),
  },
  {
    name: 'cancelling twice gives the number back twice',
    rewrite: changes({
      in: 'lock-appointment',
      from: 'a.status,',
      to: "case when a.status = 'cancelled' then 'booked' else a.status end as status,",
    }),
  },
  { name: 'keys of repeated requests are ignored', rewrite: forgetKeys },
  { name: 'the body of a repeated key is ignored', rewrite: forgetBodies },
  {
    name: 'the close of booking is not looked at',
    rewrite: changes(
      ...everywhere(claims, 'close_at > $5', 'true'),
      ...everywhere(looks, 's.close_at as "closeAt"', `s.close_at + interval '1 day' as "closeAt"`),
    ),
  },
  {
    name: 'the release of numbers is not looked at',
    rewrite: changes(
      ...everywhere(claims, 'release_at <= $5', 'true'),
      ...everywhere(looks, 's.release_at as "releaseAt"', `s.release_at - interval '1 day' as "releaseAt"`),
    ),
  },
  {
    name: 'numbers of a stopped clinic are sold',
    rewrite: changes(
      ...everywhere(
        looks,
        's.status, ',
        `case s.status when 'suspended' then 'published' else s.status end as status, `,
      ),
      ...everywhere(
        looks,
        's.status,\n',
        `case s.status when 'suspended' then 'published' else s.status end as status,\n`,
      ),
      ...everywhere(claims, "status = 'published'", "status in ('published', 'suspended')"),
      ...everywhere(claims, "status = 'free'", "status in ('free', 'suspended')"),
    ),
  },
  {
    name: 'an expired hold leaves its number held',
    rewrite: changes({ in: 'return-tickets', from: 'any($3::int[])', to: "any($3::int[]) and status <> 'held'" }),
  },
  {
    name: 'an offer is accepted after it lapsed',
    rewrite: changes({ in: lockedOffer, from: 'o.expires_at', to: "o.expires_at + interval '9 days'" }),
  },
  {
    name: 'an offer is answered twice',
    rewrite: changes({ in: lockedOffer, from: 'o.status,', to: `'open' as status,` }),
  },
  {
    name: 'whoever joined the waiting list last is asked first',
    rewrite: changes({
      in: 'list-waiting',
      from: 'joined_at as',
      to: `timestamptz '2100-01-01' - (joined_at - timestamptz '2000-01-01') as`,
    }),
  },
  {
    name: 'the time to take a number from the waiting list is not looked at',
    rewrite: changes({ in: 'lock-wait', from: 'w.expires_at as', to: `w.expires_at + interval '9 days' as` }),
  },
  {
    name: 'a draw is held again though it has been held',
    rewrite: changes({
      in: 'lock-draw-update',
      from: '"sessionId", w.status,',
      to: `"sessionId", case w.status when 'drawn' then 'intake' else w.status end as status,`,
    }),
  },
  {
    name: 'who asked first is given the numbers of a draw first',
    rewrite: changes({
      in: /from draw_entries/,
      from: 'order by place limit 1',
      to: 'order by created_at, id limit 1',
    }),
  },
  {
    name: "somebody else's appointment is cancelled",
    rewrite: changes({
      in: 'resident-reach',
      from: 'select $1::uuid as id union',
      to: 'select $1::uuid as id union select id from residents union',
    }),
  },
  {
    name: 'an extra number is not counted as released',
    rewrite: changes({ in: /update sessions set released/, from: 'released + 1', to: 'released' }),
  },
  {
    name: 'a lost update: released is counted up from an earlier look, with nothing locked',
    rewrite: changes(
      { in: /from sessions/, from: 'for no key update', to: '' },
      {
        in: /update sessions set released/,
        from: '= released +',
        to: '= (select x.released from sessions x where x.facility_id = $1 and x.id = $2) +',
      },
    ),
  },
  {
    name: 'fewer numbers are given than were sold',
    rewrite: changes({ in: /with cut as/, from: "status in ('free', 'quarantined')", to: "status <> 'suspended'" }),
  },
  {
    name: 'a change gives up the old number though the new one failed',
    rewrite: changes({ in: /^rollback$/, from: 'rollback', to: 'commit' }),
  },
  {
    name: 'every statement is committed by itself',
    rewrite: changes(
      { in: /^(begin|commit)$/, from: 'begin', to: 'select 1' },
      { in: /^commit$/, from: 'commit', to: 'select 1' },
    ),
  },
  {
    name: 'cancelling leaves no audit row',
    rewrite: without((s) => s.name === 'record-audit' && s.values?.[5] === 'booking.cancel'),
  },
  {
    name: 'who loses a number to a stopped clinic is not told',
    rewrite: changes({
      in: 'insert-notices',
      from: 'at, type, sms)',
      to: "at, type, sms) where kind <> 'clinic-stopped'",
    }),
  },
  {
    name: "the hospital's late yes revives what was given up",
    rewrite: changes({
      in: 'lock-appointment',
      from: 'a.status,',
      to: "case when a.status in ('cancelled', 'rejected') then 'held' else a.status end as status,",
    }),
  },
  {
    name: 'a number given back can be booked at once, so it can be handed over',
    rewrite: () => values('return-tickets', (given) => [...given.slice(0, 3), 'free', ...given.slice(4)]),
  },
  {
    name: 'numbers given back are not counted',
    rewrite: without((s) => s.name === 'note-cancellation'),
  },
  {
    name: 'a strike for a checked-in person',
    rewrite: changes(
      { in: 'list-unjudged-visits', from: "a.status = 'booked'", to: "a.status in ('booked', 'arrived')" },
      {
        in: 'lock-appointment',
        from: 'a.status,',
        to: "case a.status when 'arrived' then 'booked' else a.status end as status,",
      },
    ),
  },
  {
    name: 'a pause of booking is not looked at',
    rewrite: changes({ in: 'find-standing', from: 'b.ended_at is null', to: 'b.ended_at is not null' }),
  },
  {
    name: 'the losers of a draw wait in the order in which they asked',
    rewrite: changes({
      in: /update draw_entries set status = 'lost', decided_at/,
      from: ', place',
      to: ', 1 as place',
    }),
  },
  {
    name: 'a checked-in patient keeps a number that others may still take',
    rewrite: changes({ in: 'use-ticket', from: "status = 'used'", to: "status = 'free'" }),
  },
];
