import { type Asking, readOneAs } from '../kernel/acting.ts';
import type { Context } from '../kernel/context.ts';
import type { RecordScope } from './scope.ts';

/**
 * Which entries `e` of a record its scope opens: what `mayRead` (consents/rules.ts) decides, said to the database.
 * $1 resident, $2 topics, $3 entries kept back, $4 the facility whose own entries show, $5 types.
 */
export const visible = `e.resident_id = $1 and ($5::text[] is null or e.type = any($5)) and (e.facility_id = $4
  or (e.topic = any($2::text[]) and not e.id = any($3::uuid[]) and (e.encounter_id is null or not e.encounter_id = any($3))))`;

const valuesOf = (scope: RecordScope): unknown[] => [
  scope.residentId,
  scope.topics,
  scope.hidden,
  scope.ownFacility,
  scope.types,
];

/** `text` begins its own parameters at $6; without a name it is not kept prepared. */
type Reading = { name?: string; text: string; more?: unknown[] };

/** What the database is told of a scope: of staff, whose record is open only on a ground. */
const askingOf = ({ residentId, topics, ground, reader }: RecordScope): Asking => ({
  ...{ asked: residentId, topics, people: reader.kind === 'staff' && !ground ? [] : [residentId] },
});

/**
 * The one way to the entries of a record: by a scope that `openRecord` gave, within what it opens; said to the database
 * by the statement, and a second time by the role that asks. Each role has its own name of a statement, as each has a plan.
 */
export async function readRecord<Row extends object>(
  { db }: Pick<Context, 'db'>,
  scope: RecordScope,
  { name, text, more = [] }: Reading,
): Promise<Row[]> {
  const actor = scope.reader;
  const query = { ...(name ? { name: `${name}-${actor.kind}` } : {}), text, values: [...valuesOf(scope), ...more] };
  return readOneAs<Row>({ db, actor }, askingOf(scope), query);
}
