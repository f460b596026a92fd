import { regionDay } from '../kernel/clock.ts';
import type { ContextOf } from '../kernel/context.ts';
import { refused } from '../kernel/errors.ts';
import { columns, mine } from '../records/queries.ts';
import type { EntryView } from '../records/schema.ts';
import { openRecord } from '../records/scope.ts';
import { readRecord } from '../records/visible.ts';
import { readEntries } from './entry-queries.ts';
import { findEnrolments } from './open-sheet.ts';
import { listOwnPrompts } from './prompts/own-prompts.ts';
import { meaningOf } from './rules/meaning.ts';
import type { OwnPlanning } from './schema/own.ts';

type Mine = ContextOf<'resident'>;
const listedMost = 300;

/**
 * Everything of the person's own family planning: what workers entered, and what hospitals told of the same topic with its
 * meaning. For the person alone: kin with proof, and guardians, are not asked about here at all (C8).
 */
export async function getOwn(ctx: Mine): Promise<OwnPlanning> {
  const { residentId } = ctx.actor;
  if (!residentId) throw refused('register-first');
  const asOf = ctx.clock.now();
  const today = regionDay(asOf);
  const all = { residentId, books: null };
  const [serving, entered, entries, prompts] = await Promise.all([
    findEnrolments(ctx, residentId),
    readEntries(ctx, all, today),
    listEntries(ctx, residentId),
    listOwnPrompts(ctx, residentId),
  ]);
  return { serving, ...entered, prompts, entries, asOf };
}

/** What hospitals told of this topic: it stands in no other list of the record. */
async function listEntries(ctx: Mine, residentId: string): Promise<OwnPlanning['entries']> {
  const scope = await openRecord(ctx, residentId, 'record-planning');
  const topics = scope.topics.filter((topic) => topic === 'family_planning');
  const rows = await readRecord<EntryView & { code: string }>(
    ctx,
    { ...scope, topics, ownFacility: null },
    {
      name: 'list-planning-entries',
      text: `select ${columns}, e.code ${mine} order by e.starts_at desc nulls last, e.id limit ${listedMost}`,
    },
  );
  return rows.map(({ code, ...row }) => ({ ...row, meaning: meaningOf({ ...row, code }) }));
}
