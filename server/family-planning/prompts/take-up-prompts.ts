import { addDays, regionDay } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { addFollowUp } from '../add-follow-up.ts';
import { promptRules } from '../rules/pregnancy-ends.ts';

type Place = { facilityId: string; regionPath: string };

/** What waited for the person's say becomes a question of the facility that serves them from now on. */
export async function takeUpPrompts(
  tx: Tx,
  ctx: Pick<Context, 'ids' | 'clock'>,
  residentId: string,
  { facilityId, regionPath }: Place,
): Promise<void> {
  const now = ctx.clock.now();
  const today = regionDay(now);
  const { rows } = await tx.client.query<{ subjectId: string; dueFrom: string; dueOn: string }>({
    name: 'take-up-planning-prompts',
    text: `update planning_prompts set state = 'raised', facility_id = $2, region_path = $3, changed_at = $4
           where resident_id = $1 and state = 'waiting' and event_on >= $5
           returning id as "subjectId", due_from::text as "dueFrom", greatest(due_on, $6::date)::text as "dueOn"`,
    values: [residentId, facilityId, regionPath, now, addDays(today, -promptRules.newsDays), today],
  });
  for (const { subjectId, ...due } of rows)
    await addFollowUp(tx, ctx, { residentId, facilityId, regionPath, subjectId }, { ...due, kind: 'advice' });
}
