import { recordAccess } from '../../access/record-access.ts';
import type { Context, ContextOf } from '../../kernel/context.ts';
import { notFound, refused } from '../../kernel/errors.ts';
import { reachOf } from '../../residents/queries.ts';
import { currentRules } from '../advise/current-rules.ts';
import { nameOfCode } from '../advise/rules.ts';
import type { AnswersView } from '../schema/answers.ts';
import { sealedStory } from './rules.ts';

type Reader = Pick<Context, 'db' | 'clock' | 'log' | 'sealing'>;
type Row = {
  facilityId: string;
  appointmentId: string;
  residentId: string;
  sealed: string;
  advised: string;
  flagged: string;
  createdAt: Date;
  expiresAt: Date;
};
export type Key = { facilityId: string; appointmentId: string };

/** An appointment and those it was rescheduled from at the same facility: the answers stay with the visit. */
export const lineOfVisit = `
  with recursive line as (
    select id, replaces from appointments where facility_id = $1 and id = $2
    union all
    select a.id, a.replaces from appointments a join line l on a.id = l.replaces where a.facility_id = $1)`;

async function findRow({ db, clock }: Reader, { facilityId, appointmentId }: Key): Promise<Row | null> {
  const { rows } = await db.pool.query<Row>({
    name: 'find-triage-answers',
    text: `${lineOfVisit}
           select t.facility_id as "facilityId", t.appointment_id as "appointmentId", t.resident_id as "residentId",
             t.answers_sealed as sealed, t.advised, t.flagged, t.created_at as "createdAt", t.expires_at as "expiresAt"
           from triage_answers t join line on line.id = t.appointment_id
           where t.facility_id = $1 and t.answers_sealed is not null and t.expires_at > $3
           order by t.created_at desc limit 1`,
    values: [facilityId, appointmentId, clock.now()],
  });
  return rows[0] ?? null;
}

async function toView(ctx: Reader, key: Key, row: Row): Promise<AnswersView> {
  const story = sealedStory.parse(JSON.parse(ctx.sealing.open(row.sealed)));
  const { redFlags } = await currentRules(ctx);
  return {
    ...key,
    ...story,
    advised: row.advised
      .split(' ')
      .flatMap((code) => ({ code, name: nameOfCode(code) }))
      .filter((advised): advised is AnswersView['advised'][number] => advised.name !== null),
    flag: redFlags.find(({ id }) => id === row.flagged)?.name ?? null,
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
  };
}

/** What the resident attached to a visit of the own people; null when nothing is. */
export async function findOwnAnswers(ctx: ContextOf<'resident'>, key: Key): Promise<AnswersView | null> {
  const row = await findRow(ctx, key);
  if (!row || !(await reachOf(ctx)).includes(row.residentId)) return null;
  return toView(ctx, key, row);
}

const readers = ['desk', 'doctor'];

/** What the patient wanted this facility's doctor to know. The reading leaves a row that the resident sees. */
export async function readAnswers(ctx: ContextOf<'staff'>, appointmentId: string): Promise<AnswersView | null> {
  if (!ctx.actor.roles.some((role) => readers.includes(role)))
    throw refused('role-needed', { params: { roles: readers.join(',') } });
  const key = { facilityId: ctx.actor.facilityId, appointmentId };
  await expectAppointment(ctx, key);
  const row = await findRow(ctx, key);
  if (!row) return null;
  await recordAccess(ctx, [row.residentId], 'triage-answers', 'clinic-day');
  return toView(ctx, key, row);
}

async function expectAppointment({ db }: Reader, { facilityId, appointmentId }: Key): Promise<void> {
  const { rowCount } = await db.pool.query({
    name: 'is-appointment-here',
    text: 'select 1 from appointments where facility_id = $1 and id = $2',
    values: [facilityId, appointmentId],
  });
  if (rowCount === 0) throw notFound('appointment');
}

/** Which of these appointments carry answers: a mark on the day's list, without opening any. */
export async function listAnswered(ctx: ContextOf<'staff'>, appointmentIds: string[]): Promise<string[]> {
  const { rows } = await ctx.db.pool.query<{ id: string }>({
    name: 'list-answered',
    text: `select distinct a.id from appointments a
           join triage_answers t on t.facility_id = a.facility_id and t.appointment_id in (a.id, a.replaces)
           where a.facility_id = $1 and a.id = any($2::uuid[]) and t.answers_sealed is not null and t.expires_at > $3`,
    values: [ctx.actor.facilityId, appointmentIds, ctx.clock.now()],
  });
  return rows.map(({ id }) => id);
}
