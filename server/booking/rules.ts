import type { z } from 'zod';
import type { Refusal } from '../kernel/errors.ts';
import { isResting, type Resting } from '../schedules/rest-rules.ts';
import type { appointmentStatus } from './schema.ts';

export type Status = z.infer<typeof appointmentStatus>;

/**
 * Which status may follow which. held: the hospital has yet to accept. cancelled and rejected give the
 * ticket back; noshow needs evidence (A26) and comes with the second issue's rules.
 */
const transitions: Record<Status, readonly Status[]> = {
  held: ['booked', 'rejected', 'cancelled'],
  booked: ['arrived', 'cancelled', 'noshow', 'fulfilled'],
  arrived: ['fulfilled', 'cancelled'],
  fulfilled: [],
  noshow: ['arrived'],
  cancelled: [],
  rejected: [],
};

export const canMove = (from: Status, to: Status): boolean => transitions[from].includes(to);
export const isActive = (status: Status): boolean => status !== 'cancelled' && status !== 'rejected';

/** Minutes a ticket stays held while the hospital decides (domain.md §3.1, suggested default). */
export const holdMinutes = 10;
export const heldUntil = (from: Date): Date => new Date(from.getTime() + holdMinutes * 60_000);
/** A hospital that confirms keeps the number held until it has. */
export const isHeld = (target: { authority: string; tells: boolean }): boolean =>
  target.authority === 'confirmed' && target.tells;
/** How long a like-for-like ticket is kept after a clinic stopped: a day, but not past the close of booking. */
export const offerHours = 24;
/** Earlier tickets than this before the visit are not offered: nobody could get there. */
export const offerLeadMinutes = 120;

export type Possibility = { can: boolean; rule: string | null };
const possible: Possibility = { can: true, rule: null };
const impossible = (rule: string): Possibility => ({ can: false, rule });

export type Facts = { status: Status; cancelBy: Date; windowStart: Date; date: string };

/** May the resident cancel now? Asked by the button and by the commit alike. */
export function canCancel(appointment: Facts, now: Date): Possibility {
  if (!isActive(appointment.status)) return impossible('already-cancelled');
  if (!canMove(appointment.status, 'cancelled')) return impossible('visit-over');
  if (appointment.status === 'arrived') return impossible('already-arrived');
  return now <= appointment.cancelBy ? possible : impossible('cancel-too-late');
}

/** May the resident change it for another ticket now? */
export function canReschedule(appointment: Facts, now: Date): Possibility {
  if (appointment.status === 'held') return impossible('still-held');
  return canCancel(appointment, now);
}

/** May the desk check the patient in now? Only on the day itself. */
export function canCheckIn(appointment: Facts, today: string): Possibility {
  if (appointment.status === 'arrived') return impossible('already-arrived');
  if (appointment.status === 'fulfilled') return impossible('visit-over');
  if (!canMove(appointment.status, 'arrived'))
    return impossible(isActive(appointment.status) ? 'still-held' : 'already-cancelled');
  return appointment.date === today ? possible : impossible('not-today');
}

export type ActiveBooking = {
  appointmentId: string;
  departmentId: string;
  doctorKey: string;
  date: string;
  windowStart: Date;
  windowEnd: Date;
  daySeat: number;
  openSeat: number;
  label: string;
};
export type Wish = { departmentId: string; doctorKey: string; date: string };
export type Caps = { perDay: number; openMax: number };

/**
 * Seats for one more booking under the caps per person (A21), or the refusal naming the cap and what
 * blocks. The unique seat indexes of resident_bookings have the last word when two requests race.
 */
export function seatsFor(
  wish: Wish,
  active: ActiveBooking[],
  caps: Caps,
): { daySeat: number; openSeat: number } | Refusal {
  const same = active.find(
    (b) => b.departmentId === wish.departmentId && b.doctorKey === wish.doctorKey && b.date === wish.date,
  );
  if (same) return { rule: 'same-doctor-day', blocking: blockedBy(same) };
  const sameDay = active.filter((b) => b.date === wish.date);
  const daySeat = freeSeat(
    sameDay.map((b) => b.daySeat),
    caps.perDay,
  );
  if (daySeat === null) return { rule: 'day-limit', params: { limit: caps.perDay }, ...blockedByFirst(sameDay) };
  const openSeat = freeSeat(
    active.map((b) => b.openSeat),
    caps.openMax,
  );
  if (openSeat === null) return { rule: 'open-limit', params: { limit: caps.openMax }, ...blockedByFirst(active) };
  return { daySeat, openSeat };
}

/** The booking whose time overlaps [start, end), if any (A22). */
export const overlapOf = (start: Date, end: Date, active: ActiveBooking[]): ActiveBooking | undefined =>
  active.find((b) => start < b.windowEnd && end > b.windowStart);

export const blockedBy = (b: ActiveBooking) => ({ kind: 'appointment', id: b.appointmentId, label: b.label });
const blockedByFirst = (list: ActiveBooking[]) => (list[0] ? { blocking: blockedBy(list[0]) } : {});

/** Counted, as a replacement for a ticket that the hospital took may sit beyond the cap. */
function freeSeat(taken: number[], max: number): number | null {
  if (taken.length >= max) return null;
  for (let seat = 1; seat <= max; seat += 1) if (!taken.includes(seat)) return seat;
  return null;
}

export type SessionGate = Resting & {
  status: string;
  releaseAt: Date;
  closeAt: Date;
  date: string;
  /** Given by draw: requests are taken between these times, and nothing is sold before it is done. */
  drawOpensAt?: Date | null;
  drawClosesAt?: Date | null;
};

/** Why this session cannot be booked at `now`, apart from being full; null when it can. */
export function gateRefusal(session: SessionGate, now: Date, horizonEnd: string): Refusal | null {
  if (session.status === 'suspended') return { rule: 'stopped' };
  if (session.status === 'halted') return { rule: 'halted' };
  if (session.status !== 'published') return { rule: 'closed' };
  if (session.drawOpensAt && session.drawClosesAt && now < session.releaseAt)
    return byDraw(session.drawOpensAt, session.drawClosesAt);
  if (session.date > horizonEnd) return { rule: 'horizon', nextAt: session.releaseAt };
  if (now < session.releaseAt) return { rule: 'not-released', nextAt: session.releaseAt };
  if (now >= session.closeAt) return { rule: 'closed', params: { closedAt: session.closeAt.toISOString() } };
  if (session.reopensAt && isResting(session, now)) return { rule: 'resting', nextAt: session.reopensAt };
  return null;
}

const byDraw = (opensAt: Date, closesAt: Date): Refusal => ({
  rule: 'by-draw',
  params: { opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() },
});
