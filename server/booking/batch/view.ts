import { canCancel, canReschedule, heldUntil, isHeld } from '../rules.ts';
import type { AppointmentView } from '../schema.ts';
import type { Decided } from './settle.ts';

/** What `booking.get` would say of a booking that was just made, without asking for what is known already. */
export function viewOf({ request, target, residentName, appointmentId, at, claimed }: Decided): AppointmentView {
  const { wish } = request;
  const facts = {
    ...{
      facilityId: target.facilityId,
      id: appointmentId,
      code: claimed.code,
      residentId: wish.residentId,
      residentName,
    },
    status: isHeld(target) ? ('held' as const) : ('booked' as const),
    ...{ facilityName: target.facilityName, facilityAddress: target.facilityAddress },
    ...{ departmentId: target.departmentId, departmentName: target.departmentName, place: target.place },
    ...{ practitionerId: target.practitionerId, practitionerName: target.practitionerName },
    ...{ practitionerTitle: target.practitionerTitle, sessionId: target.sessionId, date: target.date },
    ...{ halfDay: target.halfDay, numberType: target.numberType, ticketNumber: claimed.number },
    ...{ windowStart: claimed.windowStart, windowEnd: claimed.windowEnd, feeFen: target.feeFen },
    ...{
      cancelBy: claimed.cancelBy,
      heldUntil: isHeld(target) ? heldUntil(at) : null,
    },
    ...{ replaces: null, cancelReason: null, createdAt: at },
  };
  return { ...facts, cancel: canCancel(facts, at), reschedule: canReschedule(facts, at) };
}
