import type { z } from 'zod';
import { addDays, regionDay } from '../../kernel/clock.ts';
import { notFound } from '../../kernel/errors.ts';
import { isWithin } from '../policy.ts';
import { figureDays, sumFigures, waitHorizonDays } from '../rules.ts';
import type { facilityOverviewOutput } from '../schema.ts';
import { readFigures } from './figures.ts';
import { readConnections } from './health.ts';
import { listTrail, type Official } from './scope.ts';

const shown = 50;
type Reject = z.infer<typeof facilityOverviewOutput>['rejects'][number];

/** One facility with its days, waits and connection. Throws facility-not-found outside the official's area. */
export async function getFacilityOverview(
  ctx: Official,
  facilityId: string,
): Promise<z.infer<typeof facilityOverviewOutput>> {
  const found = await ctx.db.pool.query(
    'select id, name, level, grade, type, sample, region_path as "regionPath" from facilities where id = $1',
    [facilityId],
  );
  const row = found.rows[0];
  if (!row || !isWithin(row.regionPath, ctx.actor.regionPath)) throw notFound('facility');
  const { regionPath, ...facility } = row;
  const now = ctx.clock.now();
  const [trail, figures, days, departments, connections, sync] = await Promise.all([
    listTrail(ctx, regionPath),
    readFigures(ctx.db, now, { facilityId }),
    listDays(ctx, facilityId),
    listWaits(ctx, facilityId),
    readConnections(ctx, { facilityId }),
    readSync(ctx, facilityId),
  ]);
  const { countedAt } = figures;
  const figuresView = sumFigures(figures.facilities);
  const connection = connections[0] ?? null;
  return {
    facility,
    trail,
    figures: figuresView,
    days,
    departments,
    connection,
    ...sync,
    horizonDays: waitHorizonDays,
    countedAt,
    asOf: now,
  };
}

async function listDays(ctx: Official, facilityId: string) {
  const today = regionDay(ctx.clock.now());
  const { rows } = await ctx.db.pool.query(
    `select date, released, taken, bookings from facility_days
     where facility_id = $1 and date >= $2 and date < $3 order by date`,
    [facilityId, addDays(today, -figureDays), addDays(today, figureDays)],
  );
  return rows;
}

async function listWaits(ctx: Official, facilityId: string) {
  const { rows } = await ctx.db.pool.query(
    `select d.id, d.name, w.wait_days as "waitDays" from department_waits w join departments d on d.id = w.department_id
     where w.facility_id = $1 order by w.wait_days desc nulls first, d.id`,
    [facilityId],
  );
  return rows;
}

/** How far each kind of resource was read, what could not be, and what the hospital did not take. */
async function readSync(ctx: Official, facilityId: string) {
  const [cursors, rejects, deliveries] = await Promise.all([
    ctx.db.pool.query(
      `select resource_type as "resourceType", since, pulled_at as "pulledAt", resources from his_cursors
       where facility_id = $1 order by resource_type`,
      [facilityId],
    ),
    ctx.db.pool.query<Reject>(
      `select resource_type as "resourceType", resource_id as "resourceId", left(reason, 160) as reason, first_seen_at as "firstSeenAt"
       from his_rejects where facility_id = $1 and settled_at is null order by first_seen_at desc limit ${shown}`,
      [facilityId],
    ),
    ctx.db.pool.query(
      `select appointment_id as "appointmentId", kind, state, attempts, left(last_error, 160) as "lastError", created_at as "createdAt"
       from his_deliveries where facility_id = $1 and state <> 'told' order by created_at desc limit ${shown}`,
      [facilityId],
    ),
  ]);
  const { show } = ctx.sealing.speakingIds;
  const shownRejects = rejects.rows.map((row) => ({ ...row, resourceId: show(row.resourceId) }));
  return { cursors: cursors.rows, rejects: shownRejects, troubledDeliveries: deliveries.rows };
}
