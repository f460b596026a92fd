import { type Database, openDatabase } from '#db/client.ts';
import { type OwnPostgres, startOwnPostgres } from '#db/testing/own-postgres.ts';
import { type ApiProcess, cookieOf, newSecret, startApiProcess } from '#server/http/testing/api-process.ts';
import { mintGrown } from './growth-data.ts';
import { type HttpLine, openLine } from './http-line.ts';
import { type BenchOptions, quantile, type Result } from './result.ts';
import { facilityCount, firstNumber, type Spread } from './spread.ts';

const sizes = [100_000, 10_000_000] as const;
const warmUps = 100;
const samples = 400;

/** Nothing is logged that a restart would not need: the load writes half as much. The runs are as durable as ever. */
const settings = ['wal_level=minimal', 'max_wal_senders=0', 'max_wal_size=8GB', 'shared_buffers=1GB'];

type Side = { own: OwnPostgres; db: Database; api: ApiProcess; spread: Spread; secret: string };
type Question = 'booking' | 'search' | 'mine';

/** What a booking, a search and one's own list take with 10,000,000 appointments beside 100,000, asked in turns. */
export async function benchGrowth({ note }: BenchOptions): Promise<Result[]> {
  const sides: Side[] = [];
  try {
    for (const size of sizes) {
      note(`writing ${size.toLocaleString('en')} appointments`);
      sides.push(await openSide(size, note));
    }
    const results: Result[] = [];
    for (const question of ['booking', 'search', 'mine'] as const) {
      note(`measuring ${question}`);
      results.push(...(await compare(question, sides)));
    }
    return results;
  } finally {
    for (const side of sides) await closeSide(side);
  }
}

async function openSide(size: number, note: (text: string) => void): Promise<Side> {
  const own = await startOwnPostgres(settings);
  const db = openDatabase({ url: own.url, name: 'huimin-bench', max: 4, timeoutMs: 1_800_000 });
  try {
    const spread = await mintGrown(db, size, note);
    const secret = newSecret();
    const api = await startApiProcess(own.url, secret);
    return { own, db, api, spread, secret };
  } catch (error) {
    await db.pool.end();
    await own.stop();
    throw error;
  }
}

async function closeSide({ own, db, api }: Side): Promise<void> {
  await api.stop();
  await db.pool.end();
  await own.stop();
}

/** The sides take turns, so that what else the machine does meets both alike; medians, since it still does something. */
async function compare(question: Question, sides: Side[]): Promise<Result[]> {
  const times: number[][] = sides.map(() => []);
  const lines = await Promise.all(sides.map(({ api }) => openLine(api.port)));
  for (let i = 0; i < warmUps + samples; i += 1) {
    for (const [k, side] of sides.entries()) {
      const request = await requestOf(question, side, i);
      const started = performance.now();
      const { status, body } = await (lines[k] as HttpLine).ask(request);
      if (i >= warmUps) times[k]?.push(performance.now() - started);
      if (status !== 200) throw new Error(`${question}: ${status} ${body.slice(0, 300)}`);
      if (question === 'mine' && !body.includes('"fulfilled"'))
        throw new Error(`nothing of one's own: ${body.slice(0, 300)}`);
    }
  }
  for (const line of lines) line.close();
  const [small = [], large = []] = times.map((list) => list.sort((a, b) => a - b));
  const shown = (list: number[]) =>
    `p50 ${quantile(list, 0.5).toFixed(2)} ms, p95 ${quantile(list, 0.95).toFixed(2)} ms`;
  return [
    {
      name: `growth.${question}`,
      value: quantile(large, 0.5) / quantile(small, 0.5),
      unit: '×',
      detail: `median at 10,000,000 appointments (${shown(large)}) ÷ at 100,000 (${shown(small)}), ${samples} each in turns`,
    },
  ];
}

/** Another resident each time; bookings go round the clinics of tomorrow. */
async function requestOf(question: Question, { spread, api, secret }: Side, i: number): Promise<Buffer> {
  const resident = (i * 13) % spread.residents;
  const cookie = await cookieOf(spread.sidOf(resident), secret);
  const head = (method: string, path: string, more = '') =>
    `${method} /api/trpc/${path} HTTP/1.1\r\nhost: 127.0.0.1:${api.port}\r\ncookie: ${cookie}\r\n${more}\r\n`;
  const asked = (input: object[]) => encodeURIComponent(JSON.stringify({ ...input }));
  if (question === 'mine')
    return Buffer.from(
      head('GET', `booking.listMine,booking.listMine?batch=1&input=${asked([{ when: 'coming' }, { when: 'past' }])}`),
    );
  const session = i % spread.sessions;
  const facilityId = spread.facilityOf(session);
  if (question === 'search') {
    const input = [{ q: '压测医院' }, { departmentId: departmentOf(spread, session), days: 14 }];
    return Buffer.from(head('GET', `facilities.search,schedules.browse?batch=1&input=${asked(input)}`));
  }
  const residentId = spread.residentId(resident);
  const body = JSON.stringify({
    ...{ key: residentId.replaceAll('-', ''), facilityId, sessionId: spread.sessionId(session), residentId },
  });
  const more = `content-type: application/json\r\ncontent-length: ${body.length}\r\n`;
  return Buffer.from(`${head('POST', 'booking.book', more)}${body}`);
}

const departmentOf = (spread: Spread, session: number) =>
  `${spread.facilityOf(session)}:${spread.mark}${Math.floor((firstNumber + session) / facilityCount) % 10}`;
