import type { FhirResource } from '../resources/resource.ts';
import type { SlotStatus } from '../resources/slot.ts';

const statuses = [
  'proposed',
  'pending',
  'booked',
  'arrived',
  'fulfilled',
  'cancelled',
  'noshow',
  'entered-in-error',
  'checked-in',
  'waitlist',
];

/** What an appointment of this status makes of its slot; null leaves the slot to others. */
export function slotStatusFor(status: unknown): SlotStatus | null {
  if (status === 'pending' || status === 'proposed') return 'held';
  if (['booked', 'arrived', 'checked-in', 'fulfilled', 'noshow'].includes(String(status))) return 'busy';
  return null;
}

/** The invariants app-1 to app-4 of R4 and required elements; null when there is no fault. */
export function appointmentFault(resource: FhirResource): string | null {
  const status = String(resource.status);
  if (!statuses.includes(status)) return 'status: not a status of an appointment';
  const participants = resource.participant;
  if (!Array.isArray(participants) || participants.length === 0) return 'participant: at least one is needed';
  if (participants.some((one) => !one.actor && !one.type)) return 'app-1: a participant needs a type or an actor';
  if ((resource.start === undefined) !== (resource.end === undefined)) return 'app-2: start and end go together';
  const mayLackTimes = ['proposed', 'cancelled', 'waitlist'].includes(status);
  if (resource.start === undefined && !mayLackTimes) return 'app-3: start and end are needed';
  if (resource.start !== undefined && !(Date.parse(String(resource.start)) < Date.parse(String(resource.end)))) {
    return 'end: not after start';
  }
  const mayHaveReason = ['cancelled', 'noshow'].includes(status);
  if (resource.cancelationReason !== undefined && !mayHaveReason)
    return 'app-4: a reason stands only on a cancellation';
  return null;
}
