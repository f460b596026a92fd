import { recordAccess } from '../access/record-access.ts';
import { findRights } from '../consents/find-rights.ts';
import { openingFor } from '../consents/rules.ts';
import { readAs } from '../kernel/acting.ts';
import type { Context, ContextOf } from '../kernel/context.ts';
import { refused } from '../kernel/errors.ts';
import type { RecordScope } from './scope.ts';

/**
 * Opens a record to the job that writes a sheet without names: what is not guarded and not kept back, for research
 * only with the person's word. Null where the person takes no part. Nobody sees what it reads but as such a sheet.
 */
export async function openToReview(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  residentId: string,
  as: 'review' | 'research',
): Promise<RecordScope | null> {
  const verdict = openingFor({ as }, await findRights(db.pool, residentId));
  return 'rule' in verdict ? null : { ...verdict.opening, residentId, ground: null, reader: actor };
}

/** Until when a case allows officials to see whose the sampled `subjectId` is; null while none is open. */
export async function findReviewCase(
  ctx: ContextOf<'official'>,
  residentId: string,
  subjectId: string,
): Promise<Date | null> {
  const { rows } = await readAs(ctx, { asked: residentId }, (db) =>
    db.query<{ until: Date | null }>({
      name: 'find-review-case',
      text: `select max(due_at) as until from cases
             where resident_id = $1 and subject_id = $2 and kind = 'review' and stage <> 'closed' and due_at > $3`,
      values: [residentId, subjectId, ctx.clock.now()],
    }),
  );
  return rows[0]?.until ?? null;
}

/** Opens a record to an official while a case about the sampled item is open; each look leaves an access row. */
export async function openByCase(
  ctx: ContextOf<'official'>,
  residentId: string,
  subjectId: string,
): Promise<{ scope: RecordScope; until: Date }> {
  const until = await findReviewCase(ctx, residentId, subjectId);
  if (!until) throw refused('sums-only');
  const reader = { as: 'official', accountId: ctx.actor.accountId } as const;
  const rights = await readAs(ctx, { asked: residentId }, (db) => findRights(db, residentId));
  const verdict = openingFor(reader, rights);
  if ('rule' in verdict) throw refused(verdict.rule);
  await recordAccess(ctx, [residentId], 'record-review', 'review-case');
  return { scope: { ...verdict.opening, residentId, ground: null, reader: ctx.actor }, until };
}
