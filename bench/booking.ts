import { availableParallelism } from 'node:os';
import { BookingLoad, type Measured, mostPerSecond } from './booking-load.ts';
import { clientCounts, limitMeans, measureLimit } from './claim-limit.ts';
import { costs, median } from './figures.ts';
import type { Statement } from './limit-statements.ts';
import { compareRefusals } from './refusals.ts';
import type { BenchOptions, Result } from './result.ts';
import { hotTickets, mintSpread, type Spread, settle } from './spread.ts';
import { openStand, type Stand } from './stand.ts';

const statements: Statement[] = ['claim', 'booking'];
/** Connections over all processes that are tried; the best is kept. */
const tried = [128, 256, 512];
const rounds = 3;
const probeSeconds = 2;
/** People who ask for a session that is sold out. */
const inVain = 2000;
const processes = Math.max(1, Math.min(4, availableParallelism()));

type Bench = { stand: Stand; spread: Spread; load: BookingLoad; round: number; note: (text: string) => void };
type Best = Record<Statement, { clients: number; tried: string }>;
type Round = Record<Statement, number> & { http: Measured };

/** Bookings end to end over HTTP beside what pgbench gets out of the same Postgres, spread and on one hot session. */
export async function benchBooking({ seconds, note }: BenchOptions): Promise<Result[]> {
  const round = Math.max(1, Math.round(seconds / 5));
  const booked = tried.length * probeSeconds + 2 * rounds * round;
  const hot = statements.length * (clientCounts.length + rounds) + rounds + 1;
  const counts = { sessions: 10_000, residents: inVain + (booked + 1) * mostPerSecond, hot };
  note(`starting Postgres and ${processes} api processes`);
  const stand = await openStand(processes);
  try {
    note(`writing ${counts.sessions} sessions, ${hot} hot ones and ${counts.residents} signed-in residents`);
    const spread = await mintSpread(stand.db, counts);
    const load = new BookingLoad(stand, spread, { counts, kept: inVain });
    const bench = { stand, spread, load, round, note };
    const connections = await bestConnections(bench);
    const spreadOut = await compare(bench, 'spread', connections);
    const onHot = await compare(bench, 'hot', connections);
    note(`${await load.expectHonest()} bookings, all distinct and in the database with all their rows`);
    const refused = await compareRefusals({ ...bench, connections, people: inVain, rounds, seconds: round });
    return [...spreadOut, ...onHot, ...refused];
  } finally {
    await stand.stop();
  }
}

async function bestConnections({ load, note }: Bench): Promise<number> {
  let best = { connections: 0, rate: 0 };
  for (const connections of tried) {
    const { rate } = await load.book({ connections, seconds: probeSeconds });
    note(`  ${connections} connections: ${Math.round(rate)} bookings/s`);
    if (rate > best.rate) best = { connections, rate };
  }
  return best.connections;
}

/** Rounds of pgbench and HTTP in turn, so that whatever else the machine does burdens all alike; the median counts. */
async function compare(bench: Bench, field: 'spread' | 'hot', connections: number): Promise<Result[]> {
  const { stand, spread, load, round, note } = bench;
  const session = field === 'hot' ? hotSessions(spread) : () => undefined;
  const limit = (statement: Statement, clients: number, seconds: number) =>
    measureLimit({ url: stand.url, spread, statement, hot: session(), clients, seconds });
  const best = {} as Best;
  for (const statement of statements) {
    const rates: number[] = [];
    for (const clients of clientCounts) rates.push(await limit(statement, clients, probeSeconds));
    best[statement] = {
      clients: clientCounts[rates.indexOf(Math.max(...rates))] ?? 1,
      tried: clientCounts.map((clients, i) => `${clients}: ${Math.round(rates[i] ?? 0)}`).join(', '),
    };
  }
  const done: Round[] = [];
  for (let turn = 1; turn <= rounds; turn += 1) {
    await settle(stand.db);
    const claim = await limit('claim', best.claim.clients, round);
    const booking = await limit('booking', best.booking.clients, round);
    const http = await load.book({ connections, seconds: round, hot: session() });
    note(
      `  ${field} ${turn}: claim ${Math.round(claim)}, booking ${Math.round(booking)}, HTTP ${Math.round(http.rate)}/s`,
    );
    done.push({ claim, booking, http });
  }
  return results(field, done, { best, connections });
}

/** Hands out a session that nobody has booked yet. */
function hotSessions(spread: Spread): () => number {
  let next = 0;
  return () => {
    next += 1;
    if (next >= spread.hot) throw new Error('the hot sessions do not suffice');
    return spread.sessions + next;
  };
}

function results(field: string, done: Round[], { best, connections }: { best: Best; connections: number }): Result[] {
  const runs = done.map(({ http }) => http);
  const name = (what: string) => `booking.${field}.${what}`;
  const ratio = (statement: Statement) => median(done.map(({ http, ...rates }) => http.rate / rates[statement]));
  const limitOf = (statement: Statement) => ({
    value: median(done.map((one) => one[statement])),
    unit: '/s',
    detail: `${limitMeans()}, ${best[statement].clients} clients (${best[statement].tried})`,
  });
  const what = field === 'hot' ? `one session of ${hotTickets} numbers` : '10,000 sessions';
  return [
    {
      ...{ name: name('ratio'), value: ratio('booking'), unit: '×' },
      detail: `over HTTP ÷ pgbench with one statement that writes all rows of a booking; ${what}, median of ${rounds} rounds`,
    },
    {
      ...{ name: name('ratio_bare'), value: ratio('claim'), unit: '×' },
      detail:
        'over HTTP ÷ pgbench with the bare claim: ticket, appointment and step, without seat, key, audit, message',
    },
    {
      ...{ name: name('rate'), value: median(runs.map(({ rate }) => rate)), unit: '/s' },
      detail: `${runs.reduce((sum, run) => sum + run.latencies.length, 0)} bookings, ${processes} api processes, ${connections} connections`,
    },
    { name: name('limit'), ...limitOf('booking') },
    { name: name('limit_bare'), ...limitOf('claim') },
    ...costs(`booking.${field}`, runs),
  ];
}
