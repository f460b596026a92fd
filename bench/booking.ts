import { availableParallelism } from 'node:os';
import { type Run, runClients } from './booking-clients.ts';
import { type Limit, measureLimit } from './claim-limit.ts';
import { type BenchOptions, quantile, type Result } from './result.ts';
import { mintSpread, type Spread, settle } from './spread.ts';
import { openStand, type Stand } from './stand.ts';

const counts = { sessions: 10_000, residents: 200_000 };
/** Connections over all processes that are tried before the measured run; the best is kept. */
const tried = [32, 64, 128, 256];
const probeSeconds = 4;
/** More bookings a second than any machine of ours gives: so many sign-ins are prepared. */
const mostPerSecond = 5000;

/** Bookings end to end over HTTP beside what the same Postgres can do with nothing but the claim statement. */
export async function benchBooking({ seconds, note }: BenchOptions): Promise<Result[]> {
  const processes = Math.max(1, Math.min(4, availableParallelism()));
  note(`starting Postgres and ${processes} api processes`);
  const stand = await openStand(processes);
  try {
    note(`writing ${counts.sessions} sessions of 40 tickets and ${counts.residents} signed-in residents`);
    const spread = await mintSpread(stand.db, counts);
    note('measuring the single-statement limit');
    const limit = await measureLimit(stand.url, spread, Math.max(3, Math.round(seconds / 3)));
    await settle(stand.db);
    return await overHttp(stand, spread, { limit, seconds, note });
  } finally {
    await stand.stop();
  }
}

async function overHttp(
  stand: Stand,
  spread: Spread,
  { limit, seconds, note }: BenchOptions & { limit: Limit },
): Promise<Result[]> {
  const load = bookingLoad(stand, spread);
  let best = { connections: 0, rate: 0 };
  for (const connections of tried) {
    const { rate } = await load(connections, probeSeconds);
    note(`  ${connections} connections: ${Math.round(rate)} bookings/s`);
    if (rate > best.rate) best = { connections, rate };
  }
  note(`measuring ${seconds} s over HTTP with ${best.connections} connections`);
  await settle(stand.db);
  const before = await stand.cpuSeconds();
  const { rate, run } = await load(best.connections, seconds);
  const cpu = ((await stand.cpuSeconds()) - before) / run.latencies.length;
  return [
    {
      name: 'booking.spread.ratio',
      value: rate / limit.rate,
      unit: '×',
      detail: `over HTTP ÷ single statement, same Postgres, same run, ${availableParallelism()} processors`,
    },
    {
      name: 'booking.spread.rate',
      value: rate,
      unit: '/s',
      detail: `${run.latencies.length} bookings over ${counts.sessions} sessions, ${stand.apis.length} api processes, ${best.connections} connections; all acknowledged, distinct and in the database`,
    },
    { name: 'booking.spread.p50_ms', value: quantile(run.latencies, 0.5), unit: 'ms', detail: 'request to answer' },
    { name: 'booking.spread.p99_ms', value: quantile(run.latencies, 0.99), unit: 'ms', detail: 'request to answer' },
    { name: 'booking.spread.cpu_ms', value: cpu * 1000, unit: 'ms', detail: 'processor time of the api a booking' },
    {
      name: 'booking.limit.rate',
      value: limit.rate,
      unit: '/s',
      detail: `claim statement by ${limit.means}, ${limit.clients} clients (${limit.tried})`,
    },
  ];
}

/** Each call books with residents who have not booked before, and checks the answers against the database. */
function bookingLoad(stand: Stand, spread: Spread) {
  const threads = stand.apis.length;
  let nextResident = 0;
  return async (connections: number, seconds: number): Promise<{ rate: number; run: Run }> => {
    const share = Math.ceil((seconds * mostPerSecond) / threads);
    const from = nextResident;
    nextResident += share * threads;
    if (nextResident > spread.residents) throw new Error('the residents do not suffice: choose fewer --seconds');
    const plans = stand.apis.map(({ port }, i) => ({
      ...{ mark: spread.mark, sessions: spread.sessions, residents: spread.residents, rootSecret: stand.rootSecret },
      ...{ port, seconds, connections: Math.ceil(connections / threads) },
      ...{ from: from + i * share, to: from + (i + 1) * share },
    }));
    const run = await runClients(plans);
    await expectHonest(stand, spread, { run, from, to: nextResident });
    return { rate: run.latencies.length / run.seconds, run };
  };
}

/** What was acknowledged is what is there: distinct tickets, each with its audit row, notice and jobs. */
async function expectHonest(stand: Stand, spread: Spread, { run, from, to }: { run: Run; from: number; to: number }) {
  if (run.wrong.length > 0) throw new Error(`${run.wrong.length} answers were no booking, the first: ${run.wrong[0]}`);
  if (new Set(run.tickets).size !== run.tickets.length) throw new Error('a ticket was sold twice');
  const bounds = [spread.residentId(from), spread.residentId(to - 1)];
  const { rows } = await stand.db.pool.query(
    `with made as (
       select facility_id, id, resident_id from appointments where account_id <> 'bench' and resident_id between $1 and $2
     )
     select (select count(*) from made) as appointments,
       (select count(*) from resident_bookings where resident_id between $1 and $2 and active = 1) as seats,
       (select count(*) from audit_events e join made on e.facility_id = made.facility_id and e.subject_id = made.id::text) as audits,
       (select count(*) from notices where resident_id between $1 and $2) as notices,
       (select count(*) from graphile_worker._private_jobs, json_array_elements(payload -> 'notices') n
        where n ->> 'residentId' between $1::text and $2::text) as jobs`,
    bounds,
  );
  for (const [what, n] of Object.entries(rows[0])) {
    if (n !== run.tickets.length)
      throw new Error(`${run.tickets.length} bookings were acknowledged, but there are ${n} ${what}`);
  }
}
