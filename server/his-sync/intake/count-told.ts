import { HisError, isIllHealth } from '#fhir/client/errors.ts';
import { clinicalTypes } from '#fhir/resources/clinical/shapes.ts';
import type { Services } from '../../kernel/context.ts';
import { type Hospital, hospitalOf } from '../hospital.ts';
import { findEndpoint } from '../registry.ts';
import { sweepEveryMs } from '../rules.ts';

/** Asked when records are read for the first time, so that progress can be shown, and then as often as everything is. */
export async function isCountDue({ db, clock }: Pick<Services, 'db' | 'clock'>, facilityId: string): Promise<boolean> {
  const { rows } = await db.pool.query<{ at: Date | null }>({
    name: 'when-was-his-counted',
    text: 'select min(told_at) as at from his_counts where facility_id = $1',
    values: [facilityId],
  });
  const at = rows[0]?.at;
  return !at || clock.now().getTime() - at.getTime() >= sweepEveryMs;
}

/** Asks a hospital how many resources of each type it has. One that does not say of a type keeps its last word. */
export async function countTold({ ctx, client, facilityId }: Hospital): Promise<void> {
  const told: [type: string, count: number][] = [];
  for (const type of clinicalTypes) {
    const count = await client.count(type).catch((error) => {
      if (error instanceof HisError && !isIllHealth(error)) return null;
      throw error;
    });
    if (count !== null) told.push([type, count]);
  }
  await ctx.db.pool.query({
    name: 'save-his-counts',
    text: `insert into his_counts (facility_id, resource_type, told, told_at)
           select $1, type, told, $2 from unnest($3::text[], $4::int[]) as n (type, told)
           on conflict (facility_id, resource_type) do update set told = excluded.told, told_at = excluded.told_at`,
    values: [facilityId, ctx.clock.now(), told.map(([type]) => type), told.map(([, count]) => count)],
  });
}

/** Counts at once, as somebody asked on the page. A hospital that is ill or switched off is left alone. */
export async function countHospital(services: Services, facilityId: string): Promise<void> {
  const endpoint = await findEndpoint(services, facilityId);
  if (!endpoint?.enabled || (endpoint.nextTryAt && endpoint.nextTryAt > services.clock.now())) return;
  try {
    await countTold(hospitalOf(services, endpoint));
  } catch (error) {
    if (!(error instanceof HisError)) throw error;
  }
}
