import type { z } from 'zod';
import { findRights } from '../consents/find-rights.ts';
import { openingFor } from '../consents/rules.ts';
import { readAs } from '../kernel/acting.ts';
import type { Context, ContextOf } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';
import { findResidentOf } from '../records/find-resident-of.ts';
import { findReviewCase, openByCase } from '../records/open-to-review.ts';
import { readRecord, visible } from '../records/visible.ts';
import { findPeople } from '../residents/queries.ts';
import { dueDays } from './due.ts';
import { mayJudge, mayReadReview, requireJudge } from './policy.ts';
import { movesFrom } from './rules.ts';
import type * as schema from './schema.ts';

type Official = ContextOf<'official'>;
type Item = {
  id: string;
  reviewId: string;
  title: string;
  purpose: 'quality' | 'research';
  officePath: string;
  officeName: string;
  facilityId: string;
  facilityName: string;
  number: number;
  /** Whose it is by now, not when it was drawn. */
  residentId: string;
  entryId: string;
  sourceId: string;
  happenedAt: Date;
  /** Of each line of the sheet, and of the later one. */
  entries: string[];
  laterEntries: string[] | null;
  sheet: schema.Sheet;
  sheetAt: Date;
  later: schema.Sheet | null;
  laterAt: Date | null;
  /** One of its findings went up to the office above. */
  escalated: boolean;
};

/** A sampled visit of a review that the official may read, with whose it is: for the server alone. */
export async function findItem(ctx: Official, facilityId: string, id: string): Promise<Item> {
  const { rows } = await ctx.db.pool.query<Item>({
    name: 'find-review-item',
    text: `select i.id, i.review_id as "reviewId", r.title, r.purpose, r.office_path as "officePath", o.name as "officeName",
             i.facility_id as "facilityId", h.name as "facilityName", i.number, i.resident_id as "residentId",
             i.entry_id as "entryId", i.source_id as "sourceId", i.happened_at as "happenedAt", i.entries, i.later_entries as "laterEntries", i.sheet, i.sheet_at as "sheetAt",
             i.later, i.later_at as "laterAt",
             exists (select 1 from review_findings f where f.facility_id = i.facility_id and f.item_id = i.id
                     and f.escalated_at is not null) as escalated
           from review_items i join reviews r on r.id = i.review_id join regions o on o.path = r.office_path
           join facilities h on h.id = i.facility_id where i.facility_id = $1 and i.id = $2`,
    values: [facilityId, id],
  });
  const item = rows[0];
  if (!item || !mayReadReview(ctx.actor, item.officePath)) throw notFound('review');
  return { ...item, residentId: (await findResidentOf(ctx, item.entryId)) ?? item.residentId };
}

/** The sheet of a sampled visit with its findings: nothing in it says whose it is. */
export async function getItem(
  ctx: Official,
  { facilityId, id }: z.infer<typeof schema.itemInput>,
): Promise<schema.ItemOutput> {
  const item = await findItem(ctx, facilityId, id);
  const open = await findOpen(ctx, item);
  const isShown = (entries: readonly string[]) => entries.every((id) => open.has(id));
  const sheet = isShown(item.entries) ? item.sheet : null;
  const judging = mayJudge(ctx.actor, item.officePath, item.escalated);
  const [findings, caseUntil] = await Promise.all([
    listFindings(ctx, facilityId, id, judging),
    findReviewCase(ctx, item.residentId, id),
  ]);
  const now = ctx.clock.now();
  return {
    review: { id: item.reviewId, title: item.title, purpose: item.purpose },
    facility: { id: facilityId, name: item.facilityName },
    ...{ number: item.number, sheet, sheetAt: item.sheetAt, laterAt: item.laterAt, caseUntil },
    later: item.laterEntries && isShown(item.laterEntries) ? item.later : null,
    // what a check found tells the words of a line
    findings: sheet ? findings : findings.map((one) => ({ ...one, detail: '' })),
    ...{ mayJudge: judging, ...dueDays(now), asOf: now },
  };
}

/**
 * Which lines may still be shown: who took back the word for research is out of the sample from the next reading on, and
 * so is what the person keeps back since, or what turned out to be of a guarded topic.
 */
async function findOpen(ctx: Official, { residentId, entries, laterEntries, purpose }: Item): Promise<Set<string>> {
  const as = purpose === 'research' ? 'research' : 'review';
  const rights = await readAs(ctx, { asked: residentId }, (db) => findRights(db, residentId));
  const verdict = openingFor({ as }, rights);
  if ('rule' in verdict) return new Set();
  const scope = { ...verdict.opening, residentId, ground: null, reader: ctx.actor };
  const rows = await readRecord<{ id: string }>(ctx, scope, {
    name: 'find-open-lines',
    text: `select e.id from record_entries e where ${visible} and e.id = any($6::uuid[])`,
    more: [[...entries, ...(laterEntries ?? [])]],
  });
  return new Set(rows.map((row) => row.id));
}

type FindingRow = schema.FindingView;

const findingColumns = `f.facility_id as "facilityId", f.id, f.rule, f.severity, f.line, f.detail, f.found_by as "foundBy", f.comment, f.state,
  f.due_at as "dueAt", f.escalated_at as "escalatedAt", f.mended`;

async function listFindings(
  { db }: Pick<Context, 'db'>,
  facilityId: string,
  itemId: string,
  judging: boolean,
): Promise<FindingRow[]> {
  const { rows } = await db.pool.query<Omit<FindingRow, 'steps' | 'moves'>>({
    name: 'list-item-findings',
    text: `select ${findingColumns} from review_findings f where f.facility_id = $1 and f.item_id = $2
           order by f.line nulls first, f.found_at, f.id`,
    values: [facilityId, itemId],
  });
  const steps = await listSteps(
    { db },
    facilityId,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    ...row,
    moves: judging ? movesFrom(row.state, 'official') : [],
    steps: steps.get(row.id) ?? [],
  }));
}

/** Every step of some findings, in order. */
export async function listSteps(
  { db }: Pick<Context, 'db'>,
  facilityId: string,
  ids: readonly string[],
): Promise<Map<string, FindingRow['steps']>> {
  const { rows } = await db.pool.query<FindingRow['steps'][number] & { findingId: string }>({
    name: 'list-review-steps',
    text: `select finding_id as "findingId", move, at, by_kind as "byKind", by_name as "byName", comment, due_at as "dueAt"
           from review_steps where facility_id = $1 and finding_id = any($2::uuid[]) order by at, id`,
    values: [facilityId, ids],
  });
  return Map.groupBy(rows, (row) => row.findingId) as Map<string, FindingRow['steps']>;
}

type EntryRow = { id: string; type: string; title: string; startsAt: Date | null; text: string };

/** Whose a sampled visit is, and what it says in full: only while a case is open, and each look leaves a row. */
export async function readPerson(
  ctx: Official,
  { facilityId, id }: z.infer<typeof schema.itemInput>,
): Promise<z.infer<typeof schema.personOutput>> {
  const item = await findItem(ctx, facilityId, id);
  requireJudge(ctx.actor, item.officePath, item.escalated);
  if (item.purpose === 'research') throw refused('research-nameless');
  const { scope, until } = await openByCase(ctx, item.residentId, id);
  const entries = await readRecord<EntryRow>(ctx, scope, {
    name: 'read-reviewed-visit',
    text: `select e.id, e.type, e.title, e.starts_at as "startsAt",
             concat_ws(' · ', e.facts->>'reason', e.facts->>'conclusion', e.facts->>'dose', e.facts->>'reaction',
               concat_ws(' ', e.facts->'reading'->>'value', e.facts->'reading'->>'unit')) as text
           from record_entries e where ${visible} and e.facility_id = $6 and (e.id = $7 or e.encounter_id = $7) and not e.deleted
           order by e.id <> $7, e.type, e.starts_at nulls last, e.id limit 200`,
    more: [facilityId, item.entryId],
  });
  const known =
    (await findPeople(ctx.db.pool, [item.residentId])).get(item.residentId) ?? (await findUnsigned(ctx, item));
  const { name, sex, birthDate, idMasked } = known;
  const visit = ctx.sealing.speakingIds.show(item.sourceId);
  return { name, sex, birthDate, idMasked, visit, happenedAt: item.happenedAt, until, entries };
}

type Named = { name: string; sex: 'male' | 'female' | 'unknown'; birthDate: string; idMasked: string };

/** A person who never signed up, as the hospital has them. */
async function findUnsigned(ctx: Official, { facilityId, residentId }: Item): Promise<Named> {
  const { rows } = await readAs(ctx, { people: [residentId] }, (db) =>
    db.query<Named>({
      name: 'find-reviewed-patient',
      text: `select name, sex, birth_date as "birthDate", id_masked as "idMasked" from source_patients
             where facility_id = $1 and resident_id = $2 order by seen_at desc limit 1`,
      values: [facilityId, residentId],
    }),
  );
  return rows[0] ?? { name: '', sex: 'unknown', birthDate: '', idMasked: '' };
}
