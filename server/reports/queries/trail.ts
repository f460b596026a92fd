import { recordAccess } from '../../access/record-access.ts';
import { appointmentLink } from '../../booking/record-booking.ts';
import type { ContextOf } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { maskName } from '../../kernel/national-id.ts';
import { isWithin } from '../policy.ts';
import type { BookingTrail, TrailReason } from '../schema/trail.ts';
import { namesOf, readDeliveries, readFacts, readHistory } from './trail-parts.ts';

type Reader = Pick<ContextOf<'official'> | ContextOf<'staff'>, 'db' | 'clock' | 'ids' | 'actor'>;
export type TrailWish = { facilityId: string; appointmentId: string; reason: TrailReason; reference: string };

/**
 * The whole story of one booking for a complaint (F9). Throws appointment-not-found outside the official's
 * area or the manager's facility. Leaves an access row that the resident sees, before anything is shown.
 */
export async function getBookingTrail(ctx: Reader, wish: TrailWish): Promise<BookingTrail> {
  const facts = await readFacts(ctx.db, wish.facilityId, wish.appointmentId);
  const { actor } = ctx;
  const mayRead =
    facts !== null &&
    (actor.kind === 'staff' ? facts.facilityId === actor.facilityId : isWithin(facts.regionPath, actor.regionPath));
  if (!mayRead) throw notFound('appointment');
  const { residentId, sessionId, replaces, replacedBy, regionPath: _, ticket, resident, ...appointment } = facts;
  await recordAccess(
    ctx,
    [residentId],
    'booking-trail',
    wish.reference ? `${wish.reason}:${wish.reference}` : wish.reason,
  );
  const [history, told] = await Promise.all([
    readHistory(ctx.db, { facilityId: wish.facilityId, appointmentId: wish.appointmentId, sessionId }),
    readDeliveries(ctx.db, {
      facilityId: wish.facilityId,
      appointmentId: wish.appointmentId,
      residentId,
      link: appointmentLink(wish.facilityId, wish.appointmentId),
    }),
  ]);
  const names = await namesOf(ctx.db, [...history.steps, ...history.audit]);
  const named = <T extends { actorId: string }>({ actorId, ...row }: T) => ({
    ...row,
    actorName: names.get(actorId) ?? '',
  });
  return {
    appointment,
    resident: { nameMasked: maskName(resident.name), idMasked: resident.idMasked, phoneMasked: resident.phoneMasked },
    replaces,
    replacedBy,
    steps: history.steps.map(named),
    audit: history.audit.map(named),
    ...told,
    ticket,
    asOf: ctx.clock.now(),
  };
}

/** Bookings with this code in the official's area; a code is unique within a facility only. */
export async function findBooking(ctx: Pick<ContextOf<'official'>, 'db' | 'actor'>, code: string) {
  const { rows } = await ctx.db.pool.query(
    `select a.facility_id as "facilityId", a.id as "appointmentId", f.name as "facilityName", d.name as "departmentName",
            t.window_start as "windowStart", a.status
     from appointments a join facilities f on f.id = a.facility_id
     join sessions s on s.facility_id = a.facility_id and s.id = a.session_id join departments d on d.id = s.department_id
     join tickets t on t.facility_id = a.facility_id and t.session_id = a.session_id and t.number = a.ticket_number
     where a.code = $1 and f.region_path like $2 order by t.window_start limit 20`,
    [code, `${ctx.actor.regionPath}%`],
  );
  return { found: rows };
}
