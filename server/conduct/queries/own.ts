import type { z } from 'zod';
import { regionDay } from '../../kernel/clock.ts';
import type { ContextOf } from '../../kernel/context.ts';
import { findPeople, reachOf } from '../../residents/queries.ts';
import { findRules } from '../../schedules/find-rules.ts';
import { province } from '../../schedules/write-rules.ts';
import { appealDays, canAppeal, isLive } from '../rules.ts';
import type { appealView, conductOutput, conductPerson, pauseView, strikeView } from '../schema.ts';
import { type Evidence, findVerdicts } from './evidence.ts';

type Person = z.infer<typeof conductPerson>;
type StrikeRow = Omit<z.infer<typeof strikeView>, 'live' | 'evidence' | 'appeal' | 'canAppeal'> & {
  residentId: string;
  appealed: boolean;
  pauseEndsAt: Date | null;
} & { [K in keyof Appeal as `appeal${Capitalize<K>}`]: Appeal[K] | null };
type Appeal = z.infer<typeof appealView>;
type PauseRow = z.infer<typeof pauseView> & { residentId: string };

/** What counts against the account's people, with its evidence, what it leads to, and what may be done about it. */
export async function listConduct(ctx: ContextOf<'resident'>): Promise<z.infer<typeof conductOutput>> {
  const asOf = ctx.clock.now();
  const ids = await reachOf(ctx);
  const rules = await findRules(ctx.db.pool, province, regionDay(asOf));
  const strikes = await listStrikes(ctx, ids);
  const verdicts = await findVerdicts(ctx, strikes);
  const pauses = await listPauses(ctx, ids, asOf);
  const givenBack = await countGivenBack(ctx, ids, new Date(asOf.getTime() - rules.cancelDays * 86_400_000));
  const known = await findPeople(ctx.db.pool, ids);
  const selfFirst = ids.toSorted((a, b) => Number(b === ctx.actor.residentId) - Number(a === ctx.actor.residentId));
  const people = selfFirst.flatMap((residentId): Person[] => {
    const person = known.get(residentId);
    if (!person) return [];
    const own = strikes.filter((one) => one.residentId === residentId).map((one) => viewOf(one, verdicts, asOf));
    return [
      {
        ...{ residentId, name: person.name, strikes: own, live: own.filter((one) => one.live).length },
        pauses: pauses.filter((one) => one.residentId === residentId),
        givenBack: givenBack.get(residentId) ?? 0,
      },
    ];
  });
  const { strikesMax, strikeDays, banDays, cancelsMax, cancelDays } = rules;
  return { people, rules: { strikesMax, strikeDays, banDays, cancelsMax, cancelDays }, appealDays, asOf };
}

function viewOf(row: StrikeRow, verdicts: Map<string, Evidence>, now: Date): z.infer<typeof strikeView> {
  const { appealStatus, appealReason, appealCreatedAt, appealDueAt, appealDecidedAt, appealAnswer, ...strike } = row;
  const appeal =
    appealStatus && appealReason !== null && appealCreatedAt && appealDueAt
      ? {
          ...{ status: appealStatus, reason: appealReason, createdAt: appealCreatedAt, dueAt: appealDueAt },
          ...{ decidedAt: appealDecidedAt, answer: appealAnswer },
        }
      : null;
  return {
    ...strike,
    live: isLive(strike, now),
    evidence: verdicts.get(strike.appointmentId) ?? null,
    appeal,
    canAppeal: canAppeal({ ...strike, appealed: appeal !== null }, now),
  };
}

async function listStrikes(ctx: Pick<ContextOf<'resident'>, 'db'>, ids: string[]): Promise<StrikeRow[]> {
  const { rows } = await ctx.db.pool.query<StrikeRow>({
    name: 'list-own-strikes',
    text: `select s.resident_id as "residentId", s.appointment_id as "appointmentId", s.facility_id as "facilityId",
             f.name as "facilityName", d.name as "departmentName", s.visit_at as "visitAt", s.expires_at as "expiresAt",
             s.lifted_at as "liftedAt", s.lifted_cause as "liftedCause", p.status as "appealStatus",
             p.reason as "appealReason", p.created_at as "appealCreatedAt", p.due_at as "appealDueAt",
             p.decided_at as "appealDecidedAt", p.answer as "appealAnswer",
             (select max(b.ends_at) from booking_bans b where b.resident_id = s.resident_id and b.ended_at is null
                and s.appointment_id = any(b.appointment_ids)) as "pauseEndsAt"
           from strikes s join facilities f on f.id = s.facility_id join departments d on d.id = s.department_id
           left join strike_appeals p on p.resident_id = s.resident_id and p.appointment_id = s.appointment_id
           where s.resident_id = any($1::uuid[]) order by s.visit_at desc limit 100`,
    values: [ids],
  });
  return rows;
}

async function listPauses(ctx: Pick<ContextOf<'resident'>, 'db'>, ids: string[], now: Date): Promise<PauseRow[]> {
  const { rows } = await ctx.db.pool.query<PauseRow>({
    name: 'list-own-pauses',
    text: `select b.resident_id as "residentId", b.scope, f.name as "facilityName", b.ends_at as "endsAt"
           from booking_bans b left join facilities f on f.id = b.facility_id
           where b.resident_id = any($1::uuid[]) and b.ended_at is null and b.ends_at > $2 order by b.ends_at desc`,
    values: [ids, now],
  });
  return rows;
}

async function countGivenBack(
  ctx: Pick<ContextOf<'resident'>, 'db'>,
  ids: string[],
  since: Date,
): Promise<Map<string, number>> {
  const { rows } = await ctx.db.pool.query<{ residentId: string; count: number }>({
    name: 'count-given-back',
    text: `select resident_id as "residentId", count(*) as count from cancellations
           where resident_id = any($1::uuid[]) and at > $2 group by resident_id`,
    values: [ids, since],
  });
  return new Map(rows.map((row) => [row.residentId, row.count]));
}
