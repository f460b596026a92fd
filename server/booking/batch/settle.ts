import { type Fault, notFound, refused } from '../../kernel/errors.ts';
import { cancelBy, horizonEnd } from '../../schedules/rules.ts';
import type { Claimed } from '../claim-ticket.ts';
import { blockedBy, gateRefusal, overlapOf, seatsFor } from '../rules.ts';
import { eligibilityRefusal } from '../standing-rules.ts';
import { type BatchRequest, type BatchTarget, type LockedSession, type PersonState, sessionKey } from './request.ts';

/** A booking that is decided and only has to be written. */
export type Decided = {
  request: BatchRequest;
  target: BatchTarget;
  residentName: string;
  appointmentId: string;
  /** When it was decided: the same instant in every row and in the answer. */
  at: Date;
  claimed: Claimed & { code: string };
  seats: { daySeat: number; openSeat: number };
};

export type Verdict =
  | { kind: 'book'; booking: Decided }
  /** `shut`: nobody can book this session now, whoever asks. */
  | { kind: 'refuse'; fault: Fault; shut?: BatchTarget }
  /** No ticket was to be had: sold out, or others are just deciding about the last ones. */
  | { kind: 'none'; target: BatchTarget }
  /** A repeated key, old seats to clear away, a person's pause to look at: the path for one booking knows how. */
  | { kind: 'alone' };

/**
 * Decides each request in the order of arrival by the same rules as a booking of its own, each at most one
 * ticket; what one request does not take, the next may have. Pure: everything it says is backed by constraints.
 */
export function settle(
  requests: BatchRequest[],
  people: (PersonState | null)[],
  sessions: Map<string, LockedSession>,
): Verdict[] {
  const left = new Map([...sessions].map(([key, session]) => [key, [...session.tickets]]));
  return requests.map((request, i) => {
    const key = sessionKey(request.wish);
    const session = sessions.get(key);
    if (!session) return { kind: 'refuse', fault: notFound('session') };
    return decide(request, people[i] ?? null, session.target, left.get(key) ?? []);
  });
}

function decide(
  request: BatchRequest,
  person: PersonState | null,
  target: BatchTarget,
  left: LockedSession['tickets'],
): Verdict {
  const { wish, ctx, appointmentId, code } = request;
  if (!person || person.known || person.watched || person.active.some((b) => b.date < wish.today))
    return { kind: 'alone' };
  const { active } = person;
  const at = ctx.clock.now();
  const gate = gateRefusal(target, at, horizonEnd(wish.today, target.rules));
  if (gate) return { kind: 'refuse', fault: refused(gate.rule, gate), shut: target };
  const limit = eligibilityRefusal(person, target);
  if (limit) return { kind: 'refuse', fault: refused(limit.rule, limit) };
  const seats = seatsFor({ ...target, doctorKey: target.practitionerId ?? '-' }, active, target.rules);
  if ('rule' in seats) return { kind: 'refuse', fault: refused(seats.rule, seats) };
  const place = left.findIndex((t) => !wish.windowStart || t.windowStart.getTime() === wish.windowStart.getTime());
  const ticket = left[place];
  if (!ticket) return { kind: 'none', target };
  const overlap = overlapOf(ticket.windowStart, ticket.windowEnd, active);
  if (overlap) return { kind: 'refuse', fault: refused('overlap', { blocking: blockedBy(overlap) }) };
  left.splice(place, 1);
  const claimed = { ...ticket, code, cancelBy: cancelBy(target, ticket.windowStart, target.rules) };
  return { kind: 'book', booking: { request, target, residentName: person.name, appointmentId, at, claimed, seats } };
}
