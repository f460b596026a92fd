import { HisError } from '#fhir/client/errors.ts';
import { clinicalTypes } from '#fhir/resources/clinical/shapes.ts';
import type { Services } from '../kernel/context.ts';
import type { Run } from './apply-page.ts';
import { countTold, isCountDue } from './intake/count-told.ts';
import { openRun, type PullOutcome } from './pull.ts';
import { pullType, SwitchedOff } from './pull-type.ts';
import { giveBack, recordFailure, recordRecords, takeLeave } from './record-health.ts';
import { findEndpoint } from './registry.ts';

/** Brings what changed in the records of one hospital's patients here, under a lease of its own. Repeating it changes nothing. */
export async function pullRecords(services: Services, facilityId: string): Promise<PullOutcome> {
  const leave = await takeLeave(services, facilityId, 'records');
  if (!leave.granted) return { state: 'waiting', again: leave.again };
  try {
    const endpoint = await findEndpoint(services, facilityId);
    if (!endpoint) return { state: 'waiting', again: null };
    const run: Run = { ...(await openRun(services, endpoint)), work: 'records' };
    if (await isCountDue(services, facilityId)) await countTold(run);
    for (const type of clinicalTypes) await pullType(run, type);
    await recordRecords(services, facilityId);
    return { state: 'done', resources: run.resources, written: run.written };
  } catch (error) {
    if (error instanceof SwitchedOff) return { state: 'waiting', again: null };
    if (!(error instanceof HisError)) throw error;
    return { state: 'failed', error, again: await recordFailure(services, facilityId, error) };
  } finally {
    await giveBack(services, facilityId, 'records').catch(() => {});
  }
}
