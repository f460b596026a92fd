import type { z } from 'zod';
import { recordAccess } from '../access/record-access.ts';
import { type Client, readAs } from '../kernel/acting.ts';
import type { ContextOf } from '../kernel/context.ts';
import { maskName } from '../kernel/national-id.ts';
import { cursorAt, placeOf } from '../kernel/page.ts';
import { expectOwner } from '../residents/expect-owner.ts';
import { findPeople } from '../residents/queries.ts';
import { expectOfficer } from './policy.ts';
import type { CaseView, mineInput, mineOutput, workInput, workOutput } from './schema.ts';

const columns = `c.id, c.kind, c.subject_id as "subjectId", c.about, c.about_at as "aboutAt", f.name as "facilityName",
  c.question, c.stage, c.created_at as "createdAt", c.due_at as "dueAt", c.escalated_at as "escalatedAt",
  c.answered_at as "answeredAt", c.answered_as as "answeredAs", c.outcome, c.answer`;

/** Everything that was asked about this person's record, newest first. */
export async function listOwnCases(
  ctx: ContextOf<'resident'>,
  { residentId }: z.infer<typeof mineInput>,
): Promise<z.infer<typeof mineOutput>> {
  await expectOwner(ctx, residentId);
  const { rows } = await readAs(ctx, { asked: residentId }, (db) =>
    db.query<CaseView>({
      name: 'list-own-cases',
      text: `select ${columns} from cases c left join facilities f on f.id = c.facility_id
           where c.resident_id = $1 order by c.created_at desc, c.id desc limit 200`,
      values: [residentId],
    }),
  );
  return { cases: rows, asOf: ctx.clock.now() };
}

/** What was asked about one entry or one look. */
export async function findCasesAbout(db: Client, residentId: string, subjectId: string): Promise<CaseView[]> {
  const { rows } = await db.query<CaseView>({
    name: 'find-cases-about',
    text: `select ${columns} from cases c left join facilities f on f.id = c.facility_id
           where c.resident_id = $1 and c.subject_id = $2 order by c.created_at desc limit 20`,
    values: [residentId, subjectId],
  });
  return rows;
}

const atOnce = 30;
type Row = CaseView & { residentId: string };
type Ask = z.infer<typeof workInput>;

/** What the own facility has to answer, the next due first; the reading leaves access rows. */
export async function listFacilityCases(
  ctx: ContextOf<'staff'>,
  { closed, cursor }: Ask,
): Promise<z.infer<typeof workOutput>> {
  expectOfficer(ctx.actor);
  const [at, id] = placeOf(cursor);
  const { rows } = await readAs(ctx, {}, (db) =>
    db.query<Row>({
      name: closed ? 'list-facility-cases-closed' : 'list-facility-cases',
      text: `select ${columns}, c.resident_id as "residentId" from cases c join facilities f on f.id = c.facility_id
           where c.facility_id = $1 and ${page(closed)}`,
      values: [ctx.actor.facilityId, at, id],
    }),
  );
  return toWork(ctx, rows, closed);
}

/** What facilities of the official's area did not answer in time, and looks by offices below. */
export async function listAreaCases(
  ctx: ContextOf<'official'>,
  { closed, cursor }: Ask,
): Promise<z.infer<typeof workOutput>> {
  const [at, id] = placeOf(cursor);
  const { rows } = await readAs(ctx, {}, (db) =>
    db.query<Row>({
      name: closed ? 'list-area-cases-closed' : 'list-area-cases',
      text: `select ${columns}, c.resident_id as "residentId" from cases c left join facilities f on f.id = c.facility_id
           where starts_with(c.region_path, $1) and ${closed ? leftToOffice : `c.stage = 'official'`} and ${page(closed)}`,
      values: [ctx.actor.regionPath, at, id],
    }),
  );
  return toWork(ctx, rows, closed);
}

/** What is with the officials while it is open (`stage`), and was when it was answered. */
const leftToOffice = '(c.escalated_at is not null or c.facility_id is null)';

/** Open ones by the time that is left, answered ones latest first. */
const page = (closed: boolean) =>
  closed
    ? `c.stage = 'closed' and ($2::timestamptz is null or (c.answered_at, c.id) < ($2, $3::uuid))
       order by c.answered_at desc, c.id desc limit ${atOnce + 1}`
    : `c.stage <> 'closed' and ($2::timestamptz is null or (c.due_at, c.id) > ($2, $3::uuid))
       order by c.due_at, c.id limit ${atOnce + 1}`;

async function toWork(
  ctx: ContextOf<'staff'> | ContextOf<'official'>,
  found: Row[],
  closed: boolean,
): Promise<z.infer<typeof workOutput>> {
  const asOf = ctx.clock.now();
  const rows = found.slice(0, atOnce);
  const ids = rows.map((row) => row.residentId);
  const people = await findPeople(ctx.db.pool, ids);
  await recordAccess(ctx, ids, 'case', 'case-answer');
  const last = found.length > atOnce ? rows.at(-1) : undefined;
  const lastAt = closed ? last?.answeredAt : last?.dueAt;
  return {
    cases: rows.map((row) => ({
      ...row,
      residentName: maskName(people.get(row.residentId)?.name ?? ''),
      overdue: row.stage !== 'closed' && row.dueAt < asOf,
    })),
    next: last && lastAt ? cursorAt(lastAt, last.id) : null,
    asOf,
  };
}
