import { readOneAs } from '../../kernel/acting.ts';
import { addDays, regionDay } from '../../kernel/clock.ts';
import type { ContextOf } from '../../kernel/context.ts';
import { promptRules } from '../rules/pregnancy-ends.ts';
import type { OwnPlanning } from '../schema/own.ts';

type Prompts = OwnPlanning['prompts'];

/** Advice that waits for the person's say, the latest event first; what a facility asks already is a follow-up. */
export function listOwnPrompts(ctx: ContextOf<'resident'>, residentId: string): Promise<Prompts> {
  const since = addDays(regionDay(ctx.clock.now()), -promptRules.newsDays);
  return readOneAs<Prompts[number]>(
    ctx,
    {},
    {
      name: 'list-own-planning-prompts',
      text: `select p.id, p.kind, p.event_on::text as "eventOn", f.name as "facilityName"
             from planning_prompts p left join facilities f on f.id = p.facility_id
             where p.resident_id = $1 and p.state = 'waiting' and p.event_on >= $2 order by p.event_on desc, p.id`,
      values: [residentId, since],
    },
  );
}
