import { execFile } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { claimText } from '#server/booking/claim-ticket.ts';
import { facilityCount, firstNumber, idPrefix, type Spread } from './spread.ts';

export type Limit = { rate: number; clients: number; means: string; tried: string };
type Job = { url: string; spread: Spread; clients: number; seconds: number; round: number };

const clientCounts = [1, 8, 32, 64];

/**
 * How many bookings a second this Postgres can do at all: nothing but the claim statement of production, prepared,
 * each in a transaction of its own on a session drawn by lot. Best of several numbers of clients.
 */
export async function measureLimit(url: string, spread: Spread, seconds: number): Promise<Limit> {
  const pgbench = findPgbench();
  const rates: number[] = [];
  for (const [round, clients] of clientCounts.entries()) {
    const job = { url, spread, clients, seconds, round };
    rates.push(pgbench ? await withPgbench(pgbench, job) : await withDriver(job));
  }
  const rate = Math.max(...rates);
  const tried = clientCounts.map((clients, i) => `${clients}: ${Math.round(rates[i] ?? 0)}`).join(', ');
  return { rate, clients: clientCounts[rates.indexOf(rate)] ?? 0, means: pgbench ? 'pgbench' : 'node driver', tried };
}

function findPgbench(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...globSync('/usr/lib/postgresql/*/bin')];
  return folders.map((folder) => join(folder, 'pgbench')).find((file) => existsSync(file));
}

/** The claim statement with its parameters replaced; `session`, `booking` and `resident` are integer expressions. */
export function claimWith(spread: Spread, number: { session: string; booking: string; resident: string }): string {
  const id = (prefix: string, n: string) => `('${prefix}' || to_hex(${n}))::uuid`;
  const values = [
    ...[
      `'B${spread.mark}' || ${number.session} % ${facilityCount}`,
      id(idPrefix(spread.mark, 'session'), number.session),
    ],
    ...[`array['public']`, 'null', 'now()'],
    ...[id(`${spread.mark}00007000`, number.booking), `to_hex(${number.booking})`],
    ...[id(idPrefix(spread.mark, 'resident'), number.resident), `'bench'`, `'web'`, `'booked'`, 'null::uuid'],
    ...['null::timestamptz', `'none'`, `'resident'`, '120', 'null', `'bench'`],
  ];
  return claimText.replace(/\$(\d+)/g, (_, place) => `(${values[Number(place) - 1]})`);
}

/** Sixteen hex digits that no other client or round has, rising like the ids of production. */
const bookingBase = (round: number, client: string) =>
  `${0x1000000000000000n + BigInt(round) * 2n ** 48n} + ${client} * 4294967296`;

async function withPgbench(pgbench: string, { url, spread, clients, seconds, round }: Job): Promise<number> {
  const dir = await mkdtemp(join(tmpdir(), 'huimin-pgbench-'));
  const file = join(dir, 'claim.sql');
  await writeFile(
    file,
    `\\set session random(${firstNumber}, ${firstNumber + spread.sessions - 1})
\\set resident random(${firstNumber}, ${firstNumber + spread.residents - 1})
\\set turn :turn + 1
\\set booking ${bookingBase(round, ':client_id')} + :turn
${claimWith(spread, { session: ':session::int', booking: ':booking::bigint', resident: ':resident::int' }).trim()};
`,
  );
  try {
    const flags = ['-n', '-M', 'prepared', '-D', 'turn=0', '-c', String(clients), '-j', '2', '-T', String(seconds)];
    const { stdout } = await promisify(execFile)(pgbench, [...flags, '-f', file, url]);
    const rate = /tps = ([\d.]+) \(without/.exec(stdout)?.[1];
    if (!rate || !/number of failed transactions: 0 /.test(stdout)) throw new Error(`pgbench: ${stdout}`);
    return Number(rate);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function withDriver({ url, spread, clients, seconds, round }: Job): Promise<number> {
  const text = claimWith(spread, { session: '$1::int', booking: '$2::bigint', resident: '$3::int' });
  let done = 0;
  const open = await Promise.all(
    Array.from({ length: clients }, async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
  const end = performance.now() + seconds * 1000;
  const draw = (count: number) => firstNumber + Math.floor(Math.random() * count);
  const claimOn = async (client: pg.Client, i: number) => {
    const base = 0x1000000000000000n + BigInt(round) * 2n ** 48n + BigInt(i) * 4294967296n;
    for (let turn = 1n; performance.now() < end; turn += 1n) {
      const values = [draw(spread.sessions), (base + turn).toString(), draw(spread.residents)];
      await client.query({ name: 'claim', text, values });
      done += 1;
    }
  };
  await Promise.all(open.map(claimOn));
  await Promise.all(open.map((client) => client.end()));
  return done / seconds;
}
