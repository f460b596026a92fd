import { type Database, openDatabase } from '#db/client.ts';
import { type MintedResident, mintResident } from '#db/testing/mint.ts';
import { type OwnPostgres, startOwnPostgres } from '#db/testing/own-postgres.ts';
import { measureFlow } from './records/flow.ts';
import { mintEntries, takePage } from './records/grown.ts';
import { inTurns, readPage, sendBare, statementsOf } from './records/page.ts';
import { measureRefresh } from './records/refresh.ts';
import type { BenchOptions, Result } from './result.ts';

/** RECORDS_SIZES names others, for a quick look. */
const sizes = (process.env.RECORDS_SIZES ?? '100000,10000000').split(',').map(Number);
/** Nothing is logged that a restart would not need: filling writes half as much. The runs are as durable as ever. */
const settings = ['wal_level=minimal', 'max_wal_senders=0', 'max_wal_size=8GB', 'shared_buffers=1GB'];
const samples = 300;
const pages = 120;
/**
 * Pages taken in before it counts, as in the midst between two checkpoints. Just after one every page of an index is
 * written whole when it is first touched, and a large index has more pages than a short run touches twice.
 */
const earlierPages = 200;

type Side = { own: OwnPostgres; db: Database; facilityId: string; reader: MintedResident; taker: MintedResident };

/** How fast records come in, what a page of a record costs beside its bare SQL, and what growth does to both. */
export async function benchRecords({ note }: BenchOptions): Promise<Result[]> {
  const results = await withPostgres([], (own, db) => measureFlow(own, db, note));
  results.push(...(await withPostgres([], (own, db) => measureRefresh(own, db, note))));
  const sides: Side[] = [];
  try {
    for (const size of sizes) {
      note(`writing ${size.toLocaleString('en')} entries`);
      sides.push(await openSide(size, note));
    }
    return [...results, await comparePage(sides[0] as Side), ...(await compareSizes(sides))];
  } finally {
    for (const { own, db } of sides) await close(own, db);
  }
}

async function openSide(size: number, note: (text: string) => void): Promise<Side> {
  const { own, db } = await open(settings);
  try {
    return { own, db, ...(await mintEntries(db, size, note)), taker: await mintResident(db) };
  } catch (error) {
    await close(own, db);
    throw error;
  }
}

async function open(given: string[]) {
  const own = await startOwnPostgres(given);
  return { own, db: openDatabase({ url: own.url, name: 'huimin-bench', max: 8, timeoutMs: 1_800_000 }) };
}

async function close(own: OwnPostgres, db: Database): Promise<void> {
  await db.pool.end();
  await own.stop();
}

async function withPostgres<T>(given: string[], work: (own: OwnPostgres, db: Database) => Promise<T>): Promise<T> {
  const { own, db } = await open(given);
  try {
    return await work(own, db);
  } finally {
    await close(own, db);
  }
}

const ms = (value: number) => `${value.toFixed(2)} ms`;

async function comparePage({ db, reader }: Side): Promise<Result> {
  const statements = await statementsOf(db, reader);
  const works = [() => readPage(db, reader), () => sendBare(db, statements)];
  const [page = Number.NaN, bare = Number.NaN] = await inTurns(works, samples);
  return {
    name: 'records.page',
    value: page / bare,
    unit: '×',
    detail: `a record’s first page (median ${ms(page)}) ÷ its ${statements.length} statements alone (${ms(bare)}), ${samples} each in turns`,
  };
}

async function compareSizes(sides: readonly Side[]): Promise<Result[]> {
  const compare = async (name: string, work: (side: Side) => Promise<unknown>, times: number, what: string) => {
    const medians = await inTurns(
      sides.map((side) => () => work(side)),
      times,
    );
    const [small = Number.NaN, large = Number.NaN] = medians;
    const shown = sides.map((_, i) => `${sizes[i]?.toLocaleString('en')} (${ms(medians[i] ?? Number.NaN)})`);
    const detail = `${what}: median at ${shown.toReversed().join(' ÷ at ')}, ${times} each in turns`;
    return { name, value: large / small, unit: '×', detail };
  };
  const read = ({ db, reader }: Side) => readPage(db, reader);
  const take = ({ db, facilityId, taker }: Side) => takePage(db, facilityId, taker);
  const page = await compare('records.growth_page', read, samples, 'a record’s first page');
  await inTurns(
    sides.map((side) => () => take(side)),
    earlierPages,
  );
  return [page, await compare('records.growth_intake', take, pages, 'taking in 500 new entries')];
}
