import type { Services } from '../../kernel/context.ts';
import type { JobPayloads } from '../../kernel/queue.ts';
import { findKept } from './apply-chart.ts';
import { findPatients } from './queries.ts';
import { type Refreshed, refreshHospital } from './refresh-hospital.ts';

type Refresh = JobPayloads['his-refresh'];

/**
 * Asks all hospitals of one refresh at once. Each shows as soon as it has answered, and a slow one holds up no other.
 * Cut short and begun again it goes on with those still waiting; an earlier refresh has nothing more to say.
 */
export async function refreshRecord(services: Services, refresh: Refresh): Promise<void> {
  const waiting = await listWaiting(services, refresh);
  const [patients, kept] = await Promise.all([
    findPatients(services, refresh.residentId),
    findKept(services, refresh.residentId),
  ]);
  const done = await Promise.allSettled(
    waiting.map(async (facilityId) => {
      const outcome = await refreshHospital(services, facilityId, patients.get(facilityId) ?? [], kept);
      await noteHospital(services, refresh, facilityId, outcome);
    }),
  );
  // a fault of ours, e.g. a lost database: the others stand, and the job is done again for these
  for (const one of done) if (one.status === 'rejected') throw one.reason;
  await services.db.pool.query({
    name: 'end-record-refresh',
    text: 'update record_refreshes set ended_at = $3 where resident_id = $1 and id = $2 and ended_at is null',
    values: [refresh.residentId, refresh.refreshId, services.clock.now()],
  });
}

async function listWaiting({ db }: Services, { residentId, refreshId }: Refresh): Promise<string[]> {
  const { rows } = await db.pool.query<{ facilityId: string }>({
    name: 'list-refresh-waiting',
    text: `select h.facility_id as "facilityId" from record_refreshes r join record_refresh_hospitals h using (resident_id)
           where r.resident_id = $1 and r.id = $2 and h.state = 'waiting' order by 1`,
    values: [residentId, refreshId],
  });
  return rows.map((row) => row.facilityId);
}

async function noteHospital(
  { db, clock }: Services,
  { residentId, refreshId }: Refresh,
  facilityId: string,
  outcome: Refreshed,
): Promise<void> {
  const { news, trouble } = { news: 0, trouble: null, ...outcome };
  await db.pool.query({
    name: 'note-refreshed-hospital',
    text: `update record_refresh_hospitals h set state = $4, news = $5, reason = $6, ended_at = $7
           from record_refreshes r where h.resident_id = $1 and h.facility_id = $3 and r.resident_id = $1 and r.id = $2`,
    values: [residentId, refreshId, facilityId, outcome.state, news, trouble, clock.now()],
  });
}
