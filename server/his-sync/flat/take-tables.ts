import { setImmediate as breathe } from 'node:timers/promises';
import { kinds } from '#fhir/flat/kinds.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { applyRecords, type Taking } from '../apply-records.ts';
import { listArrived, type Place } from '../record-rejects.ts';
import { readRows } from './read-rows.ts';
import type { Counts } from './schema.ts';
import type { FileRead } from './source-row.ts';
import { type BadRow, type ReadyRow, takeRows } from './take-rows.ts';

const batch = 500;

/** Does one step of the work on the database: for good in a transaction of its own, or within one that will be undone. */
export type Doing = <T>(step: (tx: Tx) => Promise<T>) => Promise<T>;
export type TablesTaken = {
  counts: Counts;
  /** The same of each table, by its name; a file that breaks off is no row of a table. */
  tables: Map<string, Counts>;
  ready: ReadyRow[];
  bad: BadRow[];
};

/** Takes over what can be read of a file, table by table, and says what came of each row that was not taken. */
export async function takeTables(doing: Doing, taking: Taking, file: FileRead): Promise<TablesTaken> {
  const { ready, bad } = readRows(file.rows, taking.now, taking.ctx.sealing.speakingIds);
  const news = new Map(kinds.map(({ name }) => [name, { written: 0, withdrawn: 0 }]));
  for (const { name, type } of kinds) {
    const rows = ready.filter(({ source }) => source.kind.name === name);
    const sums = news.get(name) ?? { written: 0, withdrawn: 0 };
    for (let i = 0; i < rows.length; i += batch) {
      const done = await doing((tx) => takeRows(tx, taking, type, rows.slice(i, i + batch)));
      sums.written += done.written;
      sums.withdrawn += done.withdrawn;
      bad.push(...done.bad);
      await breathe();
    }
    if (type !== 'Patient' && ready.some(({ source }) => source.kind.type === 'Patient'))
      await takeArrived(doing, taking, type);
  }
  const tables = new Map<string, Counts>();
  for (const [name, sums] of news) {
    const rows = file.rows.filter((one) => one.kind.name === name).length;
    const own = bad.filter((one) => one.source.kind.name === name);
    const waiting = own.filter((one) => one.waits).length;
    if (rows > 0) tables.set(name, { rows, taken: rows - own.length, ...sums, waiting, refused: own.length - waiting });
  }
  return { counts: sumOf([...tables.values()], file.broken ? 1 : 0), tables, ready, bad };
}

function sumOf(tables: readonly Counts[], broken: number): Counts {
  const sum = (key: keyof Counts) => tables.reduce((total, one) => total + one[key], 0);
  return {
    ...{ rows: sum('rows'), taken: sum('taken'), written: sum('written'), withdrawn: sum('withdrawn') },
    ...{ waiting: sum('waiting'), refused: sum('refused') + broken },
  };
}

/** What waited for a patient who has come with this file or before; what waits for others does not stand in its way. */
async function takeArrived(doing: Doing, taking: Taking, type: string): Promise<void> {
  let place: Place | null = null;
  do {
    place = await doing(async (tx) => {
      const { resources, next } = await listArrived(tx, taking.facilityId, type, place, batch);
      if (resources.length > 0) await applyRecords(tx, taking, type, resources);
      return next;
    });
    await breathe();
  } while (place);
}
