import type { Tx } from '../../kernel/transaction.ts';
import { promptRules } from '../rules/pregnancy-ends.ts';

/** The desk has heard how the pregnancy ended and asks by its own question: the hospital's prompt says nothing new. */
export async function settlePrompts(tx: Tx, residentId: string, eventOn: string, now: Date): Promise<void> {
  const { rows } = await tx.client.query<{ id: string }>({
    name: 'settle-planning-prompts',
    text: `update planning_prompts set state = 'known', changed_at = $4
           where resident_id = $1 and state in ('waiting', 'raised') and abs(event_on - $2::date) <= $3 returning id`,
    values: [residentId, eventOn, promptRules.oneDays, now],
  });
  await tx.client.query({
    name: 'settle-advice',
    text: `update planning_follow_ups set state = 'void', ended_at = $3
           where resident_id = $1 and subject_id = any($2::uuid[]) and kind = 'advice' and state in ('open', 'lost')`,
    values: [residentId, rows.map((row) => row.id), now],
  });
}
