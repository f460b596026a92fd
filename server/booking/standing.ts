import type { Context } from '../kernel/context.ts';
import { refused } from '../kernel/errors.ts';
import type { Tx } from '../kernel/transaction.ts';
import { ruleBounds } from '../schedules/rules.ts';
import type { BookingWish } from './booking-wish.ts';
import type { Target } from './find-target.ts';
import { type Standing, standingRefusal } from './standing-rules.ts';

type Row = Omit<Standing, 'bans' | 'givenBack'> & {
  bans: (Omit<Standing['bans'][number], 'endsAt'> & { endsAt: string })[];
  givenBack: string[];
};

/** Longest window in which given-back numbers are counted, and the least number that any province may allow. */
export const countDays = Number(ruleBounds.cancelDays.max);
export const fewestCancels = Number(ruleBounds.cancelsMax.min);

const givenBackLately = `from cancellations c where c.resident_id = r.id and c.at > $2::timestamptz - make_interval(days => ${countDays})`;

/** Pauses in force and numbers given back, as the person's own rows say. Null for nobody we know. */
export async function findStanding(
  tx: Pick<Tx['client'], 'query'>,
  residentId: string,
  now: Date,
): Promise<Standing | null> {
  const { rows } = await tx.query<Row>({
    name: 'find-standing',
    text: `select r.sex, r.birth_date as "birthDate", coalesce((
             select json_agg(json_build_object('scope', b.scope, 'facilityId', b.facility_id, 'endsAt', b.ends_at, 'strikes', b.strikes_max))
             from booking_bans b where b.resident_id = r.id and b.ended_at is null and b.ends_at > $2), '[]') as bans,
             coalesce((select json_agg(c.at order by c.at desc) ${givenBackLately}), '[]') as "givenBack"
           from residents r where r.id = $1`,
    values: [residentId, now],
  });
  const row = rows[0];
  if (!row) return null;
  return {
    ...row,
    bans: row.bans.map((ban) => ({ ...ban, endsAt: new Date(ban.endsAt) })),
    givenBack: row.givenBack.map((at) => new Date(at)),
  };
}

/**
 * True for a person `r` whom pauses or many given-back numbers may keep from booking at $1: the batch then leaves
 * the word to the path for one booking.
 */
export const watchedAt = (now: string) => `(
  exists (select 1 from booking_bans b where b.resident_id = r.id and b.ended_at is null and b.ends_at > ${now})
  or (select count(*) from cancellations c
      where c.resident_id = r.id and c.at > ${now} - make_interval(days => ${countDays})) >= ${fewestCancels})`;

/** Of a wish only the person and what is given up matter here. */
type Asking = Pick<BookingWish, 'residentId' | 'replaces'> & Partial<BookingWish>;

/** Refuses in the commit what the person's standing does not allow. An extra number and a rerouted visit are staff's own word. */
export async function checkStanding(
  tx: Tx,
  ctx: Pick<Context, 'clock' | 'actor'>,
  wish: Asking,
  { target, rules }: { target: Target; rules: Parameters<typeof standingRefusal>[2] },
): Promise<void> {
  if (wish.extra || wish.reroute) return;
  const now = ctx.clock.now();
  const standing = await findStanding(tx.client, wish.residentId, now);
  if (!standing) return;
  // a draw is held by a job, but it was the person, or staff for them, who asked
  const staffed = wish.drawn ? wish.drawn.byStaff : ctx.actor.kind !== 'resident';
  const asks = { staffed, changes: wish.replaces !== null };
  const refusal = standingRefusal(standing, target, rules, asks, now);
  if (refusal) throw refused(refusal.rule, refusal);
}
