import { execFile } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { type Statement, statementText } from './limit-statements.ts';
import { firstNumber, type Spread } from './spread.ts';

export type LimitRun = {
  url: string;
  spread: Spread;
  statement: Statement;
  /** Number of the one session that is rushed; without it each transaction draws one by lot. */
  hot?: number | undefined;
  clients: number;
  seconds: number;
};

export const clientCounts = [1, 8, 32, 64];
let runs = 0;

/** Transactions a second of one statement by so many clients: pgbench if it is found, else the Node driver. */
export async function measureLimit(run: LimitRun): Promise<number> {
  runs += 1;
  const pgbench = findPgbench();
  return pgbench ? await withPgbench(pgbench, run, runs) : await withDriver(run, runs);
}

export const limitMeans = (): string => (findPgbench() ? 'pgbench' : 'node driver');

function findPgbench(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...globSync('/usr/lib/postgresql/*/bin')];
  return folders.map((folder) => join(folder, 'pgbench')).find((file) => existsSync(file));
}

/** Sixteen hex digits that no other client or run has, rising like the ids of production. */
const bookingBase = (run: number) => 0x1000000000000000n + BigInt(run) * 2n ** 48n;

async function withPgbench(pgbench: string, run: LimitRun, nth: number): Promise<number> {
  const { url, spread, statement, hot, clients, seconds } = run;
  const dir = await mkdtemp(join(tmpdir(), 'huimin-pgbench-'));
  const file = join(dir, 'limit.sql');
  const session =
    hot === undefined ? `random(${firstNumber}, ${firstNumber + spread.sessions - 1})` : `${firstNumber + hot}`;
  await writeFile(
    file,
    `\\set session ${session}
\\set turn :turn + 1
\\set booking ${bookingBase(nth)} + :client_id * 4294967296 + :turn
${statementText(statement, spread, { session: ':session::int', booking: ':booking::bigint' })};
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

async function withDriver({ url, spread, statement, hot, clients, seconds }: LimitRun, nth: number): Promise<number> {
  const text = statementText(statement, spread, { session: '$1::int', booking: '$2::bigint' });
  let done = 0;
  const open = await Promise.all(
    Array.from({ length: clients }, async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
  const end = performance.now() + seconds * 1000;
  const claimOn = async (client: pg.Client, i: number) => {
    const base = bookingBase(nth) + BigInt(i) * 4294967296n;
    for (let turn = 1n; performance.now() < end; turn += 1n) {
      const session = firstNumber + (hot ?? Math.floor(Math.random() * spread.sessions));
      await client.query({ name: 'limit', text, values: [session, (base + turn).toString()] });
      done += 1;
    }
  };
  await Promise.all(open.map(claimOn));
  await Promise.all(open.map((client) => client.end()));
  return done / seconds;
}
