import { availableParallelism, getPriority, setPriority } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { type Run, runClients } from './booking-clients.ts';
import type { Answered } from './open-loop.ts';
import type { ReleasePlan } from './release-client.ts';
import { readyClients } from './release-clients.ts';
import { type BenchOptions, quantile, type Result } from './result.ts';
import { mintSpread, type Spread, settle } from './spread.ts';
import { openStand, type Stand } from './stand.ts';

const people = 20_000;
const sessions = 60;
const tickets = 1009;
const clients = 3;
/** What a balancer keeps open to one process of ours: who finds none free waits there, and that time counts. */
const linesAProcess = 300;
/** Requests a second of the rest of the site: lists, searches, people's own visits. */
const restRate = 60;
const quietSeconds = 8;
const rushSeconds = 8;
const overSeconds = 4;

/** The minute of release (F5): 20,000 people in one second for 1,009 numbers, and five times what the site can book. */
export async function benchRelease({ note }: BenchOptions): Promise<Result[]> {
  const processes = Math.max(1, Math.min(4, availableParallelism()));
  note(`starting Postgres and ${processes + 1} api processes, one of them for everything but booking`);
  const stand = await openStand(processes + 1);
  for (const { pid } of forBooking(stand)) setPriority(pid, Math.min(19, getPriority() + yieldToRest));
  try {
    // first, because a site that opens at eight has been running for days: no process is cold at the release
    note('measuring what the site can book, and five times as much');
    const goodput = await overload(stand);
    note(`  ${goodput.name} ${goodput.value.toFixed(2)}: ${goodput.detail}`);
    note(`releasing ${tickets} numbers of ${sessions} sessions to ${people} people`);
    return [...(await release(stand)), goodput];
  } finally {
    await stand.stop();
  }
}

/**
 * Processes of a rush give way to the one for the rest, where they share processors: thousands wait for a number
 * anyway, and the rest only for a page.
 */
const yieldToRest = 5;
/** A balancer sends bookings to processes of their own, so that a rush fills no queue in which others wait (decision 0019). */
const forTheRest = ({ apis }: Stand) => apis.slice(0, 1);
const forBooking = ({ apis }: Stand) => apis.slice(1);

const planOf = (stand: Stand, spread: Spread, rest: Partial<ReleasePlan>): ReleasePlan => ({
  ...{
    mark: spread.mark,
    counts: { sessions: spread.sessions, residents: spread.residents },
    rootSecret: stand.rootSecret,
  },
  ...{
    ports: forBooking(stand).map((api) => api.port),
    what: 'book',
    from: 0,
    every: 1,
    count: 0,
    perSecond: 1,
    lines: 8,
  },
  ...rest,
});

/** Plans that share `count` requests a second times `seconds` among the client processes. */
const shared = (stand: Stand, spread: Spread, from: number, perSecond: number, seconds: number) =>
  Array.from({ length: clients }, (_, i) =>
    planOf(stand, spread, {
      ...{ from: from + i, every: clients, count: Math.floor((perSecond * seconds - i + clients - 1) / clients) },
      ...{ perSecond: perSecond / clients, lines: (linesAProcess * forBooking(stand).length) / clients },
    }),
  );

async function release(stand: Stand): Promise<Result[]> {
  const spread = await mintSpread(stand.db, { sessions, residents: people + 1000 });
  const rest = (seconds: number) =>
    readyClients([
      planOf(stand, spread, {
        what: 'rest',
        ports: forTheRest(stand).map((api) => api.port),
        from: people,
        count: restRate * seconds,
        perSecond: restRate,
        lines: 16,
      }),
    ]);
  const warm = await rest(3);
  await warm.start(new Date(Date.now() + 200));
  const quiet = await (await rest(quietSeconds)).start(new Date(Date.now() + 200));
  const rush = await readyClients(shared(stand, spread, 0, people, 1));
  const meanwhile = await rest(rushSeconds);
  await limitTickets(stand, spread);
  const at = new Date(Date.now() + 5000);
  await stand.db.pool.query('update sessions set release_at = $3 where id between $1 and $2', [
    ...[spread.sessionId(0), spread.sessionId(sessions - 1)],
    at,
  ]);
  const [asked, others] = await Promise.all([rush.start(at), meanwhile.start(at)]);
  const answers = asked.flatMap((one) => one.answers);
  const unanswered = [...asked, ...others].reduce((sum, one) => sum + one.unanswered, 0);
  if (unanswered > 0) {
    const reasons = [...new Set([...asked, ...others].flatMap((one) => one.reasons))].slice(0, 3);
    throw new Error(`${unanswered} requests were not answered: ${reasons.join('; ') || 'not in time'}`);
  }
  const times = sorted(answers);
  const [before, during] = [quiet, others].map((reports) => sorted(reports.flatMap((one) => one.answers)));
  const sold = await soldOf(stand, spread, answers);
  return [
    { name: 'release.sold', value: sold.sold, unit: '', detail: `of ${tickets} numbers; ${kindsOf(answers)}` },
    {
      name: 'release.doubles',
      value: sold.doubles,
      unit: '',
      detail: 'numbers sold twice, by answers and by database',
    },
    {
      name: 'release.p99_ms',
      value: quantile(times, 0.99),
      unit: 'ms',
      detail: `due to answer, all ${times.length} answered; p50 ${Math.round(quantile(times, 0.5))} ms, last ${times.at(-1)} ms`,
    },
    {
      name: 'release.rest_p95',
      value: quantile(during ?? [], 0.95) / quantile(before ?? [], 0.95),
      unit: '×',
      detail: `lists, search and own visits at ${restRate}/s: p95 ${quantile(during ?? [], 0.95)} ms in the ${rushSeconds} s from release on ÷ ${quantile(before ?? [], 0.95)} ms before`,
    },
  ];
}

/** 17 numbers in 49 sessions and 16 in 11; all closed until the release is set. */
async function limitTickets({ db }: Stand, spread: Spread): Promise<void> {
  const ids = Array.from({ length: sessions }, (_, i) => spread.sessionId(i));
  const most = ids.map((_, i) =>
    i < tickets % sessions ? Math.ceil(tickets / sessions) : Math.floor(tickets / sessions),
  );
  await db.pool.query(
    `with wanted as (select * from unnest($1::uuid[], $2::int[]) as w (id, most)),
       gone as (delete from tickets t using wanted w where t.session_id = w.id and t.number > w.most)
     update sessions s set release_at = now() + interval '1 hour', released = w.most from wanted w where s.id = w.id`,
    [ids, most],
  );
  await settle(db);
}

async function soldOf({ db }: Stand, spread: Spread, answers: Answered[]) {
  const made = answers.filter((one) => one.status === 200).map((one) => JSON.parse(one.body).result.data);
  const told = new Set(made.map((one) => `${one.sessionId} ${one.ticketNumber}`));
  const { rows } = await db.pool.query(
    `select count(*)::int as sold, (count(*) - count(distinct (session_id, ticket_number)))::int as doubles
     from appointments where session_id between $1 and $2 and status = 'booked'`,
    [spread.sessionId(0), spread.sessionId(sessions - 1)],
  );
  if (rows[0].sold !== made.length) throw new Error(`${made.length} were acknowledged, ${rows[0].sold} are there`);
  return { sold: rows[0].sold as number, doubles: Math.max(rows[0].doubles as number, made.length - told.size) };
}

const sorted = (answers: Answered[]) => answers.map((one) => one.ms).sort((a, b) => a - b);

function kindsOf(answers: Answered[]): string {
  const count = (status: number) => answers.filter((one) => one.status === status).length;
  const other = answers.find((one) => ![200, 422, 429, 503].includes(one.status));
  if (other) throw new Error(`an answer that nobody should get: ${other.status} ${other.body.slice(0, 300)}`);
  return `${count(200)} booked, ${count(422)} told it is full, ${count(503)} asked to come again, ${count(429)} too fast`;
}

/** Bookings a second when five times as many are asked for as the site can make, beside the most it makes. */
async function overload(stand: Stand): Promise<Result> {
  const residents = 200_000;
  const spread = await mintSpread(stand.db, { sessions: 10_000, residents });
  let from = 0;
  const closed = async (seconds: number): Promise<Run> => {
    const share = 4000 * seconds;
    const plans = forBooking(stand).map(({ port }, i) => ({
      ...{ mark: spread.mark, counts: { sessions: spread.sessions, residents }, rootSecret: stand.rootSecret },
      ...{ port, seconds, connections: 64, from: from + i * share, to: from + (i + 1) * share, again: false },
    }));
    from += share * plans.length;
    return runClients(plans);
  };
  await closed(2);
  const peak = await closed(overSeconds);
  const peakRate = peak.latencies.length / peak.seconds;
  await pause(500);
  const asked = Math.round(peakRate * 5);
  const flood = await readyClients(shared(stand, spread, from, asked, overSeconds));
  const reports = await flood.start(new Date(Date.now() + 200));
  const answers = reports.flatMap((one) => one.answers);
  const good = answers.filter((one) => one.status === 200).length;
  // from the first asked to the last booked: what is still booked after the flood counts, and so does its time
  const seconds = answers.reduce((last, one) => (one.status === 200 ? Math.max(last, one.doneMs) : last), 0) / 1000;
  return {
    name: 'release.goodput_5x',
    value: good / seconds / peakRate,
    unit: '×',
    detail: `${Math.round(good / seconds)} bookings/s when ${asked} were asked for ÷ ${Math.round(peakRate)}/s at its best; ${kindsOf(answers)}`,
  };
}
