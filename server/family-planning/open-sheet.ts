import { recordAccess } from '../access/record-access.ts';
import { findRights } from '../consents/find-rights.ts';
import { readAs } from '../kernel/acting.ts';
import type { ContextOf } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';
import type { Tx } from '../kernel/transaction.ts';
import { expectPlanner } from './policy.ts';
import { type Enrolment, type Place, type Serving, servingFor } from './rules/serving.ts';

/** Somebody's family planning, and what of it is open: made by `openSheet` alone. */
export type SheetScope = Serving & { readonly residentId: string; readonly place: Place };
type Desk = ContextOf<'staff'>;

/**
 * Opens a person's family planning to a worker of the facility that serves them by their own say; what the person has
 * decided is asked anew each time. Not found for everybody else. It leaves an access row before anything is shown or written.
 */
export async function openSheet(ctx: Desk, residentId: string): Promise<SheetScope> {
  expectPlanner(ctx.actor);
  const [place, enrolments, rights] = await Promise.all([
    getPlace(ctx),
    findEnrolments(ctx, residentId),
    readAs(ctx, { asked: residentId }, (db) => findRights(db, residentId)),
  ]);
  const serving = servingFor(ctx.actor, place, enrolments, rights);
  if (!serving) throw notFound('planning-person');
  if ('rule' in serving) throw refused(serving.rule);
  await recordAccess(ctx, [residentId], 'family-planning', 'planning-service');
  return { ...serving, residentId, place };
}

/**
 * Holds the say that opened the sheet until what is written behind it stands: taken back since, nothing is written; taken
 * back meanwhile, it ends what was written too. Locked after a person's prompts, never before, as taking back does.
 */
export async function holdSay(tx: Tx, { residentId, enrolment }: SheetScope): Promise<void> {
  const { rowCount } = await tx.client.query({
    name: 'hold-planning-say',
    text: `select 1 from planning_enrolments where resident_id = $1 and facility_id = $2 and ended_at is null for share`,
    values: [residentId, enrolment.facilityId],
  });
  if (rowCount === 0) throw notFound('planning-person');
}

/** Where the worker works, and the area below it. */
export async function getPlace({ db, actor }: Pick<Desk, 'db' | 'actor'>): Promise<Place> {
  const { rows } = await db.pool.query<Place>({
    name: 'get-planning-place',
    text: 'select kind, region_path as "regionPath" from facilities where id = $1',
    values: [actor.facilityId],
  });
  if (!rows[0]) throw notFound('facility');
  return rows[0];
}

/** Who serves this person by their say, the latest first. */
export async function findEnrolments({ db }: Pick<Desk, 'db'>, residentId: string): Promise<Enrolment[]> {
  const { rows } = await db.pool.query<Enrolment>({
    name: 'find-planning-enrolments',
    text: `select e.facility_id as "facilityId", f.name as "facilityName", e.region_path as "regionPath", e.said, e.migrant,
             e.started_at as "startedAt"
           from planning_enrolments e join facilities f on f.id = e.facility_id
           where e.resident_id = $1 and e.ended_at is null order by e.started_at desc`,
    values: [residentId],
  });
  return rows;
}
