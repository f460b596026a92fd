import { recordAudit } from '../../audit/record-audit.ts';
import { addDays, regionDay } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import { type Tx, transact } from '../../kernel/transaction.ts';
import { findPeople } from '../../residents/queries.ts';
import { addFollowUp } from '../add-follow-up.ts';
import { getCheckRule } from '../check-rule.ts';
import { afterEnd } from '../rules/follow-ups.ts';
import { isSameEnd, type PregnancyEnd, promptRules } from '../rules/pregnancy-ends.ts';
import { outcomesOf, type PromptKind } from '../schema/follow-up.ts';
import { findOffering } from './find-offering.ts';
import { lockPrompts } from './lock-prompts.ts';
import { readEnds } from './read-ends.ts';

type Known = { id: string; kind: PromptKind; eventOn: string; state: string };
/** So far back a prompt is held against what the record tells now. */
const lookBackDays = 2 * 365;

/**
 * Holds a person's prompts against what hospitals tell now of the end of a pregnancy: one is raised for each, told often or
 * once; what was told otherwise changes it, what was taken back withdraws it. The desk's own question and the person's
 * refusal stand. Repeating it changes nothing.
 */
export async function raisePrompts(ctx: Context, residentId: string): Promise<void> {
  await transact(ctx.db, async (tx) => {
    await lockPrompts(tx, residentId);
    const today = regionDay(ctx.clock.now());
    const person = (await findPeople(tx.client, [residentId])).get(residentId);
    const since = addDays(today, -lookBackDays);
    const ends = person ? await readEnds(tx, residentId, person, since, today) : [];
    const known = await readPrompts(tx, residentId, addDays(since, promptRules.oneDays));
    const told = new Set<Known>();
    for (const end of ends) {
      const before = known.find((one) => isSameEnd(one.eventOn, end.eventOn));
      if (before) told.add(before);
      if (before && isOpen(before)) await change(tx, ctx, residentId, before, end);
      else if (!before || before.state === 'withdrawn') await raise(tx, ctx, residentId, end, before?.id);
    }
    for (const one of known) if (isOpen(one) && !told.has(one)) await withdraw(tx, ctx, residentId, one);
  });
}

const isOpen = ({ state }: Known): boolean => state === 'waiting' || state === 'raised';

async function readPrompts(tx: Tx, residentId: string, since: string): Promise<Known[]> {
  const { rows } = await tx.client.query<Known>({
    name: 'read-planning-prompts',
    text: `select id, kind, event_on::text as "eventOn", state from planning_prompts
           where resident_id = $1 and event_on >= $2 order by event_on, id`,
    values: [residentId, since],
  });
  return rows;
}

/** Whoever serves the person asks; else it waits for the person's own say, and the centre of their home offers it. */
async function raise(tx: Tx, ctx: Context, residentId: string, end: PregnancyEnd, before?: string): Promise<void> {
  const now = ctx.clock.now();
  const today = regionDay(now);
  if (end.eventOn < addDays(today, -promptRules.newsDays)) return;
  if (await isAsked(tx, residentId, end, before)) return;
  const due = afterEnd(end.kind, end.eventOn, today, getCheckRule(today));
  const { facilityId, regionPath, serves } = await findOffering(tx, residentId);
  const id = before ?? ctx.ids.next();
  await tx.client.query({
    name: 'raise-planning-prompt',
    text: `insert into planning_prompts (resident_id, id, kind, event_on, due_from, due_on, facility_id, region_path, state,
             raised_at, changed_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)
           on conflict (resident_id, id) do update set kind = excluded.kind, event_on = excluded.event_on,
             due_from = excluded.due_from, due_on = excluded.due_on, facility_id = excluded.facility_id,
             region_path = excluded.region_path, state = excluded.state, changed_at = excluded.changed_at`,
    values: [
      ...[residentId, id, end.kind, end.eventOn, due.dueFrom, due.dueOn],
      ...[facilityId, regionPath, serves ? 'raised' : 'waiting', now],
    ],
  });
  if (serves && facilityId)
    await addFollowUp(tx, ctx, { residentId, facilityId, regionPath, subjectId: id }, { ...due, kind: 'advice' });
  await audit(tx, ctx, serves ? facilityId : null, id, 'raise');
}

/** The desk has heard of it by itself, or has asked already. */
async function isAsked(tx: Tx, residentId: string, { eventOn }: PregnancyEnd, before?: string): Promise<boolean> {
  const { rowCount } = await tx.client.query({
    name: 'is-pregnancy-end-known',
    text: `select 1 from planning_follow_ups where resident_id = $1 and state = 'done'
             and (outcome = any($2) and abs(event_on - $3::date) <= $4 or subject_id = $5) limit 1`,
    values: [residentId, outcomesOf.outcome, eventOn, promptRules.oneDays, before ?? null],
  });
  return (rowCount ?? 0) > 0;
}

/** Told otherwise than before: the day moves, and a child who did not live changes what is said first. */
async function change(tx: Tx, ctx: Context, residentId: string, before: Known, end: PregnancyEnd): Promise<void> {
  if (before.kind === end.kind && before.eventOn === end.eventOn) return;
  const now = ctx.clock.now();
  const today = regionDay(now);
  const { dueFrom, dueOn } = afterEnd(end.kind, end.eventOn, today, getCheckRule(today));
  await tx.client.query({
    name: 'change-planning-prompt',
    text: `update planning_prompts set kind = $3, event_on = $4, due_from = $5, due_on = $6, changed_at = $7
           where resident_id = $1 and id = $2`,
    values: [residentId, before.id, end.kind, end.eventOn, dueFrom, dueOn, now],
  });
  await tx.client.query({
    name: 'move-advice',
    text: `update planning_follow_ups set due_from = $3, due_on = $4
           where resident_id = $1 and subject_id = $2 and kind = 'advice' and state in ('open', 'lost')`,
    values: [residentId, before.id, dueFrom, dueOn],
  });
  await audit(tx, ctx, null, before.id, 'change');
}

/** No hospital tells of it any more: nobody is asked about what has not been. */
async function withdraw(tx: Tx, ctx: Context, residentId: string, { id }: Known): Promise<void> {
  const now = ctx.clock.now();
  await tx.client.query({
    name: 'withdraw-planning-prompt',
    text: `update planning_prompts set state = 'withdrawn', changed_at = $3 where resident_id = $1 and id = $2`,
    values: [residentId, id, now],
  });
  await tx.client.query({
    name: 'withdraw-advice',
    text: `update planning_follow_ups set state = 'void', ended_at = $3
           where resident_id = $1 and subject_id = $2 and kind = 'advice' and state in ('open', 'lost')`,
    values: [residentId, id, now],
  });
  await audit(tx, ctx, null, id, 'withdraw');
}

const audit = (tx: Tx, ctx: Context, facilityId: string | null, subjectId: string, verb: string) =>
  recordAudit(tx, ctx, {
    facilityId,
    ...{ action: `family-planning.${verb}-prompt`, subjectType: 'planning-prompt', subjectId },
  });
