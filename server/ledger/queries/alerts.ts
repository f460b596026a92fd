import type { z } from 'zod';
import type { ContextOf } from '../../kernel/context.ts';
import type { Queryable } from '../../schedules/find-rules.ts';
import type { AlertView, alertsOutput } from '../schema.ts';

const keptDays = 30;

const alertSelect = `
select l.facility_id as "facilityId", f.name as "facilityName", l.session_id as "sessionId", d.name as "departmentName",
  p.name as "practitionerName", s.date, s.half_day as "halfDay", l.found_at as "foundAt", l.findings, l.halted,
  l.released_at as "releasedAt", l.released_by as "releasedBy", l.reason
from ledger_alerts l join facilities f on f.id = l.facility_id
join sessions s on s.facility_id = l.facility_id and s.id = l.session_id join departments d on d.id = s.department_id
left join practitioners p on p.id = s.practitioner_id`;

/** Open alerts of the official's area, those settled lately, and how much was added up. */
export async function listAlerts(
  ctx: Pick<ContextOf<'official'>, 'db' | 'actor' | 'clock'>,
): Promise<z.infer<typeof alertsOutput>> {
  const { pool } = ctx.db;
  const area = `${ctx.actor.regionPath}%`;
  const asOf = ctx.clock.now();
  const since = new Date(asOf.getTime() - keptDays * 86_400_000);
  const [alerts, checks, region] = await Promise.all([
    pool.query<AlertView>(
      `${alertSelect} where f.region_path like $1 and (l.released_at is null or l.released_at > $2) order by l.found_at desc limit 300`,
      [area, since],
    ),
    pool.query(
      `select min(c.checked_at) as since, count(*) as facilities, coalesce(sum(c.sessions), 0) as sessions,
         coalesce(sum(c.tickets), 0) as tickets
       from ledger_checks c join facilities f on f.id = c.facility_id where f.region_path like $1`,
      [area],
    ),
    pool.query<{ name: string }>('select name from regions where code = $1', [ctx.actor.regionCode]),
  ]);
  const named = await withNames(pool, alerts.rows);
  return {
    region: region.rows[0]?.name ?? '',
    open: named.filter((alert) => !alert.releasedAt),
    settled: named.filter((alert) => alert.releasedAt),
    checked: checks.rows[0],
    asOf,
  };
}

/** Every alert of one session, the open one first. */
export async function listSessionAlerts(
  db: Queryable,
  { facilityId, sessionId }: { facilityId: string; sessionId: string },
): Promise<AlertView[]> {
  const { rows } = await db.query<AlertView>(
    `${alertSelect} where l.facility_id = $1 and l.session_id = $2 order by l.released_at desc nulls first limit 20`,
    [facilityId, sessionId],
  );
  return withNames(db, rows);
}

/** Accounts live on the coordinator, so their names come by a question of their own. */
async function withNames(db: Queryable, alerts: AlertView[]): Promise<AlertView[]> {
  const ids = [...new Set(alerts.flatMap(({ releasedBy }) => releasedBy ?? []))];
  if (ids.length === 0) return alerts;
  const { rows } = await db.query<{ id: string; name: string }>(
    'select id::text, display_name as name from accounts where id = any($1::uuid[])',
    [ids],
  );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return alerts.map((alert) => ({ ...alert, releasedBy: names.get(alert.releasedBy ?? '') ?? null }));
}
