import { backoffMs } from '#fhir/client/breaker.ts';
import { HisError, isIllHealth } from '#fhir/client/errors.ts';
import { UnreadableResource } from '#fhir/resources/resource.ts';
import { tellNobody } from '../booking/mark-told.ts';
import type { Services } from '../kernel/context.ts';
import { transact } from '../kernel/transaction.ts';
import { beginAttempt, type Delivery, enterDeliveries, listDeliveries, noteFailure } from './deliveries.ts';
import { type Hospital, hospitalOf } from './hospital.ts';
import { giveBack, keepLeave, recordAnswer, recordFailure, takeLeave } from './record-health.ts';
import { findEndpoint } from './registry.ts';
import { breakerPolicy } from './rules.ts';
import { giveUp, settle } from './settle-delivery.ts';
import { tellAppointment } from './tell-appointment.ts';

/** `awaits`: a hospital that confirms has been asked and will answer. `again`: when to come back, if at all. */
export type TellOutcome = { told: number; again: Date | null; awaits: boolean };

/** As many as are surely over within one lease, each at its time-out. */
const batch = 20;
const attemptsMost = 8;
const retryMs = 5000;

/** Tells one hospital all that is pending, the oldest first, until nothing is left or it falls ill. Nothing is lost. */
export async function tellPending(services: Services, facilityId: string): Promise<TellOutcome> {
  const endpoint = await findEndpoint(services, facilityId);
  if (!endpoint) {
    await transact(services.db, (tx) => tellNobody(tx, facilityId));
    return { told: 0, again: null, awaits: false };
  }
  await enterDeliveries(services, facilityId);
  // a call that probes an ill hospital is not spent on nothing
  if ((await listDeliveries(services, facilityId, 1)).length === 0) return { told: 0, again: null, awaits: false };
  const leave = await takeLeave(services, facilityId, 'tell');
  if (!leave.granted) return { told: 0, again: leave.again, awaits: false };
  const round: Round = {
    hospital: hospitalOf(services, endpoint),
    told: 0,
    awaits: false,
    ill: null,
    attempts: 0,
    put: new Set(),
  };
  try {
    await tellAll(services, round, endpoint.maxConcurrency);
  } finally {
    await giveBack(services, facilityId, 'tell').catch(() => {});
  }
  const { told, awaits } = round;
  if (round.ill) return { told, awaits, again: await comeBack(services, facilityId, round.ill, round.attempts) };
  await recordAnswer(services, facilityId, leave.probe);
  const again = round.put.size > 0 ? new Date(services.clock.now().getTime() + retryMs) : null;
  return { told, awaits, again };
}

/** `put`: deliveries set aside in this round because of an answer that may be different later. */
type Round = {
  hospital: Hospital;
  told: number;
  awaits: boolean;
  ill: HisError | null;
  attempts: number;
  put: Set<string>;
};

/** A hospital that can be read but not written to is backed away from as well. */
async function comeBack(services: Services, facilityId: string, ill: HisError, attempts: number): Promise<Date> {
  const again = await recordFailure(services, facilityId, ill);
  const wait = backoffMs(attempts, breakerPolicy, Math.random());
  return new Date(Math.max(again.getTime(), services.clock.now().getTime() + wait));
}

async function tellAll(services: Services, round: Round, lanes: number): Promise<void> {
  const { facilityId } = round.hospital;
  for (;;) {
    await enterDeliveries(services, facilityId);
    const listed = await listDeliveries(services, facilityId, batch + round.put.size);
    const waiting = listed.filter((d) => !round.put.has(d.id));
    if (waiting.length === 0) return;
    const queue = [...Map.groupBy(waiting, (d) => d.place).values()];
    const lane = async () => {
      for (let group = queue.shift(); group; group = queue.shift()) {
        for (const delivery of group) if (!round.ill) await tellOne(services, round, delivery);
      }
    };
    await Promise.all(Array.from({ length: Math.max(1, lanes) }, lane));
    if (round.ill || !(await keepLeave(services, facilityId, 'tell'))) return;
  }
}

async function tellOne(services: Services, round: Round, delivery: Delivery): Promise<void> {
  const { facilityId, client } = round.hospital;
  try {
    const ours = !delivery.slotHisId && !delivery.hisId;
    if (!ours) await beginAttempt(services, facilityId, delivery.id);
    const answer = ours ? null : await tellAppointment(client, delivery);
    if (await settle(services, round.hospital, delivery, answer)) round.awaits = true;
    if (answer) round.told += 1;
  } catch (error) {
    if (!(error instanceof HisError) && !(error instanceof UnreadableResource)) throw error;
    await noteFailure(services, facilityId, delivery.id, error.message);
    if (error instanceof HisError && isIllHealth(error)) {
      round.ill = error;
      round.attempts = Math.max(round.attempts, delivery.attempts + 1);
      return;
    }
    round.put.add(delivery.id);
    if (delivery.attempts + 1 >= attemptsMost) await giveUp(services, facilityId, delivery, error.message);
  }
}
