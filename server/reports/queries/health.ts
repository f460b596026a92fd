import type { z } from 'zod';
import { regionDay } from '../../kernel/clock.ts';
import { healthOf, healthOrder, isTrouble } from '../rules.ts';
import type { ConnectionView, HisHealth, hisHealthInput, hisHealthOutput } from '../schema.ts';
import { type Official, reachRegion } from './scope.ts';

const pageSize = 50;

/** Connections of the hospitals in a region, the troubled first. */
export async function listConnections(
  ctx: Official,
  input: z.infer<typeof hisHealthInput>,
): Promise<z.infer<typeof hisHealthOutput>> {
  const region = await reachRegion(ctx, input.regionCode);
  const [all, hospitals] = await Promise.all([
    readConnections(ctx, { path: region.path }),
    ctx.db.pool.query(`select count(*) as n from facilities where kind = 'hospital' and region_path like $1`, [
      `${region.path}%`,
    ]),
  ]);
  const shown = all.filter(filters[input.show]).sort(byTrouble);
  const count = (health: HisHealth) => all.filter((connection) => connection.health === health).length;
  return {
    region: { code: region.code, name: region.name, level: region.level },
    connections: shown.slice((input.page - 1) * pageSize, input.page * pageSize),
    total: shown.length,
    pageSize,
    hospitals: hospitals.rows[0]?.n ?? 0,
    connected: all.length,
    byHealth: {
      failing: count('failing'),
      stopped: count('stopped'),
      late: count('late'),
      new: count('new'),
      ok: count('ok'),
    },
    asOf: ctx.clock.now(),
  };
}

const filters: Record<z.infer<typeof hisHealthInput>['show'], (connection: ConnectionView) => boolean> = {
  all: () => true,
  trouble: (connection) => isTrouble(connection.health),
  backlog: (connection) => connection.backlog > 0,
  rejects: (connection) => connection.rejectsOpen > 0 || connection.unmatched > 0,
};

const byTrouble = (a: ConnectionView, b: ConnectionView): number =>
  healthOrder.indexOf(a.health) - healthOrder.indexOf(b.health) ||
  b.backlog - a.backlog ||
  b.rejectsOpen - a.rejectsOpen ||
  a.facilityId.localeCompare(b.facilityId);

/** Connections below `path`, or of the one facility named; the caller has proven the scope. */
export async function readConnections(
  ctx: Pick<Official, 'db' | 'clock'>,
  where: { path: string } | { facilityId: string },
): Promise<ConnectionView[]> {
  const now = ctx.clock.now();
  const [column, value] = 'path' in where ? ['f.region_path like', `${where.path}%`] : ['f.id =', where.facilityId];
  const { rows } = await ctx.db.pool.query(
    `select e.facility_id as "facilityId", f.name as "facilityName", coalesce(r.name, '') as "countyName", f.authority,
            e.enabled, e.state, e.last_message_at as "lastMessageAt", e.synced_at as "syncedAt", e.failures,
            e.next_try_at as "nextTryAt", left(e.last_error, 160) as "lastError", e.last_error_at as "lastErrorAt",
            coalesce(p.waiting, 0) as backlog, p.since as "backlogSince", coalesce(j.open, 0) as "rejectsOpen",
            coalesce(u.sessions, 0) as unmatched
     from his_endpoints e join facilities f on f.id = e.facility_id left join regions r on r.code = f.region_code
     left join (select facility_id, count(*) as waiting, min(updated_at) as since from appointments
                where his_state = 'pending' group by 1) p on p.facility_id = e.facility_id
     left join (select facility_id, count(*) as open from his_rejects where settled_at is null group by 1) j
       on j.facility_id = e.facility_id
     left join (select facility_id, count(*) as sessions from sessions
                where his_id is null and status = 'published' and date >= $2 group by 1) u on u.facility_id = e.facility_id
     where ${column} $1`,
    [value, regionDay(now)],
  );
  return rows.map(({ enabled, state, ...row }) => ({
    ...row,
    health: healthOf({ enabled, state, lastMessageAt: row.lastMessageAt }, now),
  }));
}
