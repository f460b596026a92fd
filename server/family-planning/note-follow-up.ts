import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { regionDay } from '../kernel/clock.ts';
import type { ContextOf } from '../kernel/context.ts';
import { conflict, notFound, refused } from '../kernel/errors.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { addFollowUp } from './add-follow-up.ts';
import { getCheckRule } from './check-rule.ts';
import { holdSay, openSheet, type SheetScope } from './open-sheet.ts';
import { lockPrompts } from './prompts/lock-prompts.ts';
import { settlePrompts } from './prompts/settle-prompts.ts';
import { actRefusal, afterAnswer, askRules, mayGiveUp, type Next } from './rules/follow-ups.ts';
import type { FollowUpKind, FollowUpState, notedFollowUp, noteFollowUpInput } from './schema/follow-up.ts';

type Desk = ContextOf<'staff'>;
type Wish = z.infer<typeof noteFollowUpInput>;
type Locked = {
  kind: FollowUpKind;
  state: FollowUpState;
  subjectId: string;
  facilityId: string;
  regionPath: string;
  tries: number;
};

/**
 * Notes what came of asking: the answer, with what it leads to; that nobody was reached; that somebody is lost, or found
 * again. What has been answered is not answered twice.
 */
export async function noteFollowUp(ctx: Desk, wish: Wish): Promise<z.infer<typeof notedFollowUp>> {
  const scope = await openSheet(ctx, wish.residentId);
  return transact(ctx.db, async (tx) => {
    await lockPrompts(tx, wish.residentId);
    await holdSay(tx, scope);
    const found = await lock(tx, scope, wish.followUpId);
    const against = actRefusal(found.state, wish.act);
    if (against) throw conflict(against);
    const nextOn = await act(tx, ctx, wish, found);
    const { facilityId } = ctx.actor;
    const entry = { action: `family-planning.follow-up-${wish.act}`, subjectType: 'planning-follow-up' };
    await recordAudit(tx, ctx, { facilityId, ...entry, subjectId: wish.followUpId, detail: { kind: found.kind } });
    return { nextOn };
  });
}

async function lock(tx: Tx, { residentId, books }: SheetScope, followUpId: string): Promise<Locked> {
  const { rows } = await tx.client.query<Locked>(
    `select kind, state, subject_id as "subjectId", facility_id as "facilityId", region_path as "regionPath", tries
     from planning_follow_ups
     where resident_id = $1 and id = $2 and ($3::text[] is null or facility_id = any($3)) for update`,
    [residentId, followUpId, books],
  );
  if (!rows[0]) throw notFound('planning-follow-up');
  return rows[0];
}

async function act(tx: Tx, ctx: Desk, wish: Wish, found: Locked): Promise<string | null> {
  const now = ctx.clock.now();
  const key = [wish.residentId, wish.followUpId];
  switch (wish.act) {
    case 'done':
      return answer(tx, ctx, wish, found);
    case 'tried':
      await tx.client.query(
        `update planning_follow_ups set tries = tries + 1, tried_at = $3, note = $4 where resident_id = $1 and id = $2`,
        [...key, now, wish.note],
      );
      return null;
    case 'lost':
      if (!mayGiveUp(found.tries))
        throw refused('planning-too-few-tries', { params: { tries: found.tries, needed: askRules.triesBeforeLost } });
      await tx.client.query(
        `update planning_follow_ups set state = 'lost', ended_at = $3, note = $4, worker_id = $5, worker_name = $6
         where resident_id = $1 and id = $2`,
        [...key, now, wish.note, ctx.actor.accountId, ctx.actor.name],
      );
      return null;
    case 'found':
      await tx.client.query(
        `update planning_follow_ups set state = 'open', ended_at = null, tries = 0 where resident_id = $1 and id = $2`,
        key,
      );
      return null;
  }
}

type Answered = Extract<Wish, { act: 'done' }>;

async function answer(tx: Tx, ctx: Desk, wish: Answered, found: Locked): Promise<string | null> {
  const { residentId, followUpId, outcome, note } = wish;
  const eventOn = wish.eventOn ?? null;
  const now = ctx.clock.now();
  const today = regionDay(now);
  const next = afterAnswer({ kind: found.kind, outcome, eventOn }, today, getCheckRule(today));
  if ('rule' in next) throw refused(next.rule, { params: { days: askRules.lastPeriodDays } });
  await tx.client.query(
    `update planning_follow_ups
     set state = 'done', outcome = $3, event_on = $4, note = $5, ended_at = $6, worker_id = $7, worker_name = $8
     where resident_id = $1 and id = $2`,
    [residentId, followUpId, outcome, eventOn, note, now, ctx.actor.accountId, ctx.actor.name],
  );
  const { subjectId, facilityId, regionPath } = found;
  if (next.due) await addFollowUp(tx, ctx, { residentId, facilityId, regionPath, subjectId }, next.due);
  if (eventOn && (next.closes === 'birth' || next.closes === 'loss')) await settlePrompts(tx, residentId, eventOn, now);
  if (next.closes) await closeCheck(tx, residentId, subjectId, next.closes, now);
  return next.due?.dueOn ?? null;
}

/** The end of a planned pregnancy ends its check, for both of a couple, so that the next one is free again. */
async function closeCheck(tx: Tx, residentId: string, checkId: string, closes: NonNullable<Next['closes']>, now: Date) {
  const { rows } = await tx.client.query<{ partnerId: string | null; coupleId: string }>(
    `update preconception_checks set closed_at = $3, closed_as = $4
     where resident_id = $1 and id = $2 and closed_at is null
     returning partner_id as "partnerId", couple_id as "coupleId"`,
    [residentId, checkId, now, closes],
  );
  if (rows[0]?.partnerId)
    await tx.client.query(
      `update preconception_checks set closed_at = $3, closed_as = $4
       where resident_id = $1 and couple_id = $2 and closed_at is null`,
      [rows[0].partnerId, rows[0].coupleId, now, closes],
    );
  if (closes === 'birth')
    await tx.client.query(
      `update fertility_registrations set closed_at = $2, closed_as = 'born' where resident_id = $1 and closed_at is null`,
      [residentId, now],
    );
}
