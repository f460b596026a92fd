import { HisError, isIllHealth } from '#fhir/client/errors.ts';
import { createGate } from '#fhir/client/gate.ts';
import type { Services } from '../../kernel/context.ts';
import { hospitalOf } from '../hospital.ts';
import { recordAnswer, recordFailure } from '../record-health.ts';
import { findEndpoint } from '../registry.ts';
import { applyChart, type KeptEntries } from './apply-chart.ts';
import { readChart } from './read-chart.ts';
import { atOnce, hospitalMostMs, troubleOf, whyNotAsked } from './rules.ts';
import type { Trouble } from './schema.ts';

export type Refreshed = { state: 'done'; news: number } | { state: 'failed'; trouble: Trouble };

const asking = createGate(atOnce.hospitals);
/** Fifty answers at one moment would take every connection of the process. */
const writing = createGate(atOnce.writes);

/**
 * Asks one hospital for all it tells of some of its patients, and takes over what is new. A hospital that is switched
 * off or resting is not asked; one that fails is noted as after any failed exchange. Repeating it changes nothing.
 */
export async function refreshHospital(
  services: Services,
  facilityId: string,
  patients: readonly string[],
  kept: KeptEntries,
): Promise<Refreshed> {
  const endpoint = await findEndpoint(services, facilityId);
  const trouble = whyNotAsked(endpoint, services.clock.now());
  if (!endpoint || trouble) return { state: 'failed', trouble: trouble ?? 'off' };
  const hospital = hospitalOf(services, endpoint);
  try {
    const charts = await asking(() =>
      within(hospitalMostMs, Promise.all(patients.map((id) => readChart(hospital.client, id)))),
    );
    let news = 0;
    for (const [i, patientId] of patients.entries()) {
      news += await writing(() => applyChart(hospital, patientId, charts[i] ?? [], kept));
    }
    await recordAnswer(services, facilityId, null);
    return { state: 'done', news };
  } catch (error) {
    if (!(error instanceof HisError)) throw error;
    if (isIllHealth(error)) await recordFailure(services, facilityId, error);
    return { state: 'failed', trouble: troubleOf(error) };
  }
}

/** What comes later than that is dropped: nothing of it has been written. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new HisError('timeout', `not everything within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
