import type { Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { type Tx, transact } from '../../kernel/transaction.ts';
import { findDrift } from '../find-drift.ts';
import { isInArea } from '../policy.ts';
import { states } from '../rules.ts';
import type { LedgerBook } from '../schema.ts';
import { listSessionAlerts } from './alerts.ts';

type Which = { facilityId: string; sessionId: string };
type Facts = Omit<LedgerBook, 'tickets' | 'states' | 'taken' | 'findings' | 'alerts' | 'moves' | 'asOf'>;

const movesShown = 30;

/** The ledger of one session, all of it seen at one instant. Absent, or another's: session-not-found. */
export async function getBook(ctx: Pick<Context, 'db' | 'actor' | 'clock'>, which: Which): Promise<LedgerBook> {
  return transact(ctx.db, async (tx) => {
    await tx.client.query('set transaction isolation level repeatable read read only');
    const { regionPath, ...facts } = await findFacts(tx, which);
    const own = ctx.actor.kind === 'staff' && ctx.actor.facilityId === which.facilityId;
    if (!own && !isInArea(ctx.actor, regionPath)) throw notFound('session');
    const [tally] = await findDrift(tx.client, {
      ...{ facilityIds: [which.facilityId], from: facts.date, sessionId: which.sessionId },
    });
    return {
      ...facts,
      ...(await countNumbers(tx, which)),
      findings: tally?.drifts[0]?.findings ?? [],
      alerts: await listSessionAlerts(tx.client, which),
      moves: await listMoves(tx, which),
      asOf: ctx.clock.now(),
    };
  });
}

async function findFacts(tx: Tx, { facilityId, sessionId }: Which): Promise<Facts & { regionPath: string }> {
  const { rows } = await tx.client.query<Facts & { regionPath: string }>(
    `select s.facility_id as "facilityId", f.name as "facilityName", s.id as "sessionId", d.name as "departmentName",
       p.name as "practitionerName", s.date, s.half_day as "halfDay", s.starts_at as "startsAt", s.ends_at as "endsAt",
       s.status, s.released, f.region_path as "regionPath"
     from sessions s join facilities f on f.id = s.facility_id join departments d on d.id = s.department_id
     left join practitioners p on p.id = s.practitioner_id where s.facility_id = $1 and s.id = $2`,
    [facilityId, sessionId],
  );
  if (!rows[0]) throw notFound('session');
  return rows[0];
}

/** Who has a number that is taken. */
const taker = `case
  when a.id is not null then a.channel
  when t.taken_by = 'hospital' then 'hospital'
  when exists (select 1 from offers o where o.facility_id = t.facility_id and o.session_id = t.session_id
    and o.ticket_number = t.number and o.status = 'open') then 'offer'
  when exists (select 1 from waitlist_entries w where w.facility_id = t.facility_id and w.session_id = t.session_id
    and w.ticket_number = t.number and w.state = 'offered') then 'waitlist'
  when exists (select 1 from draws d where d.facility_id = t.facility_id and d.session_id = t.session_id
    and d.status = 'closed' and t.number = any(d.offered)) then 'draw'
  else 'nobody' end`;

type Counted = { status: keyof LedgerBook['states']; by: string; n: number };

async function countNumbers(tx: Tx, { facilityId, sessionId }: Which) {
  const { rows } = await tx.client.query<Counted>(
    `select t.status, case when t.status in ('held', 'booked', 'used') then ${taker} else '' end as by,
       count(distinct t.number) as n
     from tickets t left join appointments a on a.facility_id = t.facility_id and a.session_id = t.session_id
       and a.ticket_number = t.number and a.status not in ('cancelled', 'rejected')
     where t.facility_id = $1 and t.session_id = $2 group by 1, 2`,
    [facilityId, sessionId],
  );
  const sum = (of: Counted[]) => of.reduce((total, { n }) => total + n, 0);
  const within = (list: Counted[], status: string) => sum(list.filter((row) => row.status === status));
  const byTaker = [
    ...Map.groupBy(
      rows.filter(({ by }) => by !== ''),
      ({ by }) => by,
    ),
  ];
  return {
    tickets: sum(rows),
    states: Object.fromEntries(states.map((status) => [status, within(rows, status)])) as LedgerBook['states'],
    taken: byTaker
      .map(([by, list]) => ({
        by,
        held: within(list, 'held'),
        booked: within(list, 'booked'),
        used: within(list, 'used'),
      }))
      .sort((a, b) => b.held + b.booked + b.used - (a.held + a.booked + a.used) || a.by.localeCompare(b.by)),
  };
}

async function listMoves(tx: Tx, { facilityId, sessionId }: Which): Promise<LedgerBook['moves']> {
  const { rows } = await tx.client.query<LedgerBook['moves'][number]>(
    `select st.at, a.ticket_number as number, st.from_status as "from", st.to_status as "to", a.channel,
       st.actor_kind as "actorKind"
     from appointments a join appointment_steps st on st.facility_id = a.facility_id and st.appointment_id = a.id
     where a.facility_id = $1 and a.session_id = $2 order by st.at desc, st.seq desc limit ${movesShown}`,
    [facilityId, sessionId],
  );
  return rows;
}
