import type { Context } from '../../kernel/context.ts';
import type { Rules } from '../../schedules/rules.ts';
import type { BookingWish } from '../booking-wish.ts';
import type { Target } from '../find-target.ts';
import type { ActiveBooking } from '../rules.ts';
import type { AppointmentView } from '../schema.ts';

/** One of the bookings that are made together; whoever asks alone is a batch of one. */
export type BatchRequest = { ctx: Context; wish: BookingWish; appointmentId: string; code: string };

/** What the person's own axis says before anything is claimed. */
export type PersonState = {
  name: string;
  /** The key is on record already. */
  known: boolean;
  active: ActiveBooking[];
  sex: string;
  birthDate: string;
  /** Pauses or many given-back numbers may stand against it. */
  watched: boolean;
};

/** A free ticket that this transaction has locked. */
export type LockedTicket = { number: number; windowStart: Date; windowEnd: Date };

/** All that the commit and the answer must know of a session. */
export type BatchTarget = Target & {
  facilityAddress: string;
  place: string;
  practitionerName: string | null;
  practitionerTitle: string | null;
  halfDay: AppointmentView['halfDay'];
  feeFen: number;
  rules: Rules;
};
export type LockedSession = { target: BatchTarget; tickets: LockedTicket[] };

/** Sessions are found by facility and id, as people name both. */
export const sessionKey = (session: { facilityId: string; sessionId: string }): string =>
  `${session.facilityId} ${session.sessionId}`;
