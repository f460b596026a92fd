import { HisError } from '#fhir/client/errors.ts';
import type { Services } from '../kernel/context.ts';
import { transact } from '../kernel/transaction.ts';
import type { Run } from './apply-page.ts';
import { readCursors } from './cursors.ts';
import { hospitalOf } from './hospital.ts';
import { pullType, SwitchedOff } from './pull-type.ts';
import { giveBack, recordFailure, recordSuccess, takeLeave } from './record-health.ts';
import { listWaiting } from './record-rejects.ts';
import { type Endpoint, findEndpoint } from './registry.ts';
import { bookingTypes, directoryEveryMs, directoryTypes, type PulledType } from './rules.ts';

export type PullOutcome =
  | { state: 'done'; resources: number; written: number }
  /** Not now: in its backoff, or another process is at it. Null: not before it is switched on. */
  | { state: 'waiting'; again: Date | null }
  | { state: 'failed'; again: Date; error: HisError };

/** Brings one hospital's changes here: types in order, a page a transaction. Repeating it changes nothing. */
export async function pullHospital(services: Services, facilityId: string): Promise<PullOutcome> {
  const leave = await takeLeave(services, facilityId, 'pull');
  if (!leave.granted) return { state: 'waiting', again: leave.again };
  try {
    const endpoint = await findEndpoint(services, facilityId);
    if (!endpoint) return { state: 'waiting', again: null };
    const run = await openRun(services, endpoint);
    for (const type of await typesDue(run)) await pullType(run, type);
    await recordSuccess(services, facilityId);
    return { state: 'done', resources: run.resources, written: run.written };
  } catch (error) {
    if (error instanceof SwitchedOff) return { state: 'waiting', again: null };
    if (!(error instanceof HisError)) throw error;
    return { state: 'failed', error, again: await recordFailure(services, facilityId, error) };
  } finally {
    await giveBack(services, facilityId, 'pull').catch(() => {});
  }
}

/** A pull that begins now, of what is booked. */
export async function openRun(services: Services, endpoint: Endpoint): Promise<Run> {
  return {
    ...hospitalOf(services, endpoint),
    work: 'pull',
    now: services.clock.now(),
    cursors: await readCursors(services, endpoint.facilityId),
    resources: 0,
    written: 0,
    blocked: [],
  };
}

/** Directories are asked for seldom, unless something waits for a department or a doctor not known yet. */
async function typesDue({ ctx, facilityId, cursors, now }: Run): Promise<readonly PulledType[]> {
  const fresh = directoryTypes.every((type) => {
    const cursor = cursors.get(type);
    return cursor && now.getTime() - cursor.pulledAt.getTime() < directoryEveryMs;
  });
  if (!fresh) return [...directoryTypes, ...bookingTypes];
  const waiting = await transact(ctx.db, (tx) => listWaiting(tx, facilityId, 'Schedule'));
  return waiting.length > 0 ? [...directoryTypes, ...bookingTypes] : bookingTypes;
}
