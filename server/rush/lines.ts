import type { Database } from '#db/client.ts';
import { gather } from '../kernel/gather.ts';
import { defaultRate, type Line, overMs } from './rules.ts';

/** People a second who may go on. */
export const rushRate = (): number => Number(process.env.HUIMIN_RELEASE_RATE || defaultRate);

type Joining = { releaseAt: Date; isBefore: boolean };
type Memory = {
  lines: Map<number, Line>;
  readAt: number;
  reading: Promise<void> | null;
  join: (one: Joining) => Promise<Line>;
  findRelease: (one: SessionKey) => Promise<Date | null>;
};
type SessionKey = { facilityId: string; sessionId: string };

const memories = new WeakMap<Database, Memory>();
const trustMs = 1000;

function memoryOf(db: Database): Memory {
  let memory = memories.get(db);
  if (!memory) {
    const join = gather(async (joining: Joining[]) => countIn(db, memoryOf(db), joining));
    const findRelease = gather((keys: SessionKey[]) => findReleases(db, keys));
    memory = { lines: new Map(), readAt: Number.NEGATIVE_INFINITY, reading: null, join, findRelease };
    memories.set(db, memory);
  }
  return memory;
}

/** Counts one person in; returns the line with this person as its last. Many who come at once are one statement. */
export const joinLine = (db: Database, releaseAt: Date, isBefore: boolean): Promise<Line> =>
  memoryOf(db).join({ releaseAt, isBefore });

async function countIn({ pool }: Database, memory: Memory, joining: Joining[]): Promise<Line[]> {
  const groups = new Map<number, Line>();
  for (const { releaseAt, isBefore } of joining) {
    const group = groups.get(releaseAt.getTime()) ?? { before: 0, after: 0 };
    group[isBefore ? 'before' : 'after'] += 1;
    groups.set(releaseAt.getTime(), group);
  }
  const added = [...groups].sort(([a], [b]) => a - b);
  const { rows } = await pool.query<Line & { releaseAt: Date }>({
    name: 'rush-count-in',
    text: `insert into rush_lines as l (release_at, before, after) select * from unnest($1::timestamptz[], $2::int[], $3::int[])
           on conflict (release_at) do update set before = l.before + excluded.before, after = l.after + excluded.after
           returning release_at as "releaseAt", before, after`,
    values: [added.map(([at]) => new Date(at)), added.map(([, g]) => g.before), added.map(([, g]) => g.after)],
  });
  const totals = new Map(rows.map((row) => [row.releaseAt.getTime(), row]));
  for (const { releaseAt, ...line } of rows) memory.lines.set(releaseAt.getTime(), line);
  return joining.map(({ releaseAt, isBefore }) => {
    const at = releaseAt.getTime();
    const total = totals.get(at) as Line;
    const group = groups.get(at) as Line;
    if (isBefore) return { before: total.before, after: 0 };
    group.after -= 1; // the group's numbers go to its people in the order they came
    return { before: total.before, after: total.after - group.after };
  });
}

/** The line of one release, at most a second old; empty when nobody has joined. */
export async function readLine(db: Database, releaseAt: Date, now: Date): Promise<Line> {
  const memory = memoryOf(db);
  if (performance.now() - memory.readAt > trustMs) {
    memory.reading ??= readLines(db, memory, now).finally(() => {
      memory.reading = null;
    });
    await memory.reading;
  }
  return memory.lines.get(releaseAt.getTime()) ?? { before: 0, after: 0 };
}

async function readLines({ pool }: Database, memory: Memory, now: Date): Promise<void> {
  const { rows } = await pool.query<Line & { releaseAt: Date }>({
    name: 'rush-lines',
    text: 'select release_at as "releaseAt", before, after from rush_lines where release_at > $1',
    values: [new Date(now.getTime() - overMs)],
  });
  memory.lines = new Map(rows.map(({ releaseAt, ...line }) => [releaseAt.getTime(), line]));
  memory.readAt = performance.now();
}

/** Whether anybody waits anywhere: mostly not, and then a booking is not asked for its pass. */
export async function hasLines(db: Database, now: Date): Promise<boolean> {
  await readLine(db, now, now);
  return memoryOf(db).lines.size > 0;
}

/** When the numbers of a session are released; null for no session. */
export const releaseOf = (db: Database, key: SessionKey): Promise<Date | null> => memoryOf(db).findRelease(key);

async function findReleases({ pool }: Database, keys: SessionKey[]): Promise<(Date | null)[]> {
  const { rows } = await pool.query<{ place: number; releaseAt: Date }>({
    name: 'rush-releases',
    text: `select k.place::int as place, s.release_at as "releaseAt"
           from unnest($1::text[], $2::uuid[]) with ordinality as k (facility, session, place)
           join sessions s on s.facility_id = k.facility and s.id = k.session`,
    values: [keys.map((key) => key.facilityId), keys.map((key) => key.sessionId)],
  });
  const found = new Map(rows.map((row) => [row.place - 1, row.releaseAt]));
  return keys.map((_, i) => found.get(i) ?? null);
}
