import { collectDefaultMetrics } from 'prom-client';
import type { Services } from '../kernel/context.ts';
import { gauge, metrics } from '../kernel/metrics.ts';

let watched = false;

/** Gauges of this process and of the queue; read when Prometheus asks. */
export function watchProcess({ db }: Services): void {
  if (watched) return;
  watched = true;
  collectDefaultMetrics({ register: metrics, eventLoopMonitoringPrecision: 20 });
  gauge('huimin_pool_connections', 'Database connections of this process', ['state'], (set) => {
    set(db.pool.totalCount - db.pool.idleCount, { state: 'busy' });
    set(db.pool.idleCount, { state: 'idle' });
    set(db.pool.waitingCount, { state: 'waiting' });
  });
  gauge('huimin_queue_jobs', 'Jobs in the queue', ['state'], async (set) => {
    const { rows } = await db.pool
      .query(
        `select count(*) filter (where run_at <= now() and locked_at is null and attempts < max_attempts)::int as due,
                count(*) filter (where run_at > now() and attempts < max_attempts)::int as later,
                count(*) filter (where locked_at is not null)::int as running,
                count(*) filter (where attempts >= max_attempts)::int as failed from graphile_worker._private_jobs`,
      )
      .catch(() => ({ rows: [] }));
    for (const [state, value] of Object.entries(rows[0] ?? {})) set(Number(value), { state });
  });
}
