import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/transaction.ts';
import type { Due } from './rules/follow-ups.ts';

type For = { residentId: string; facilityId: string; regionPath: string; subjectId: string };

/** Somebody is to be asked something by a day; one open question of a kind about one thing. */
export async function addFollowUp(tx: Tx, ctx: Pick<Context, 'ids'>, who: For, due: Due): Promise<void> {
  const { residentId, facilityId, regionPath, subjectId } = who;
  await tx.client.query(
    `insert into planning_follow_ups (resident_id, id, facility_id, region_path, kind, subject_id, due_from, due_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (resident_id, kind, subject_id) where state in ('open', 'lost') do nothing`,
    [residentId, ctx.ids.next(), facilityId, regionPath, due.kind, subjectId, due.dueFrom, due.dueOn],
  );
}
