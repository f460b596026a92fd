import { afterFailure, beforeCall } from '#fhir/client/breaker.ts';
import type { HisError } from '#fhir/client/errors.ts';
import type { Services } from '../kernel/context.ts';
import { counter } from '../kernel/metrics.ts';
import { breakerOf, breakerPolicy, leaseMs } from './rules.ts';

const failuresTotal = counter('huimin_his_failures_total', 'Failed exchanges with hospitals by kind', ['kind']);

type Kernel = Pick<Services, 'db' | 'clock'>;
export type Work = 'pull' | 'tell' | 'records';

/** Each kind of work has a lease of its own: a long reading of records holds up no booking. */
const leases = { pull: 'pull_lease_until', tell: 'tell_lease_until', records: 'records_lease_until' } as const;

/** `probe`: the one call that an open breaker lets through, given up as lost at that time. */
export type Leave = { granted: true; probe: Date | null } | { granted: false; again: Date | null };

/**
 * Leave to talk to a hospital: enabled, not in its backoff, and nobody else at the same work. The lease runs
 * out by itself if its holder is killed. Refused, it says when to ask again (null: not before it is enabled).
 */
export async function takeLeave(services: Kernel, facilityId: string, work: Work): Promise<Leave> {
  const now = services.clock.now();
  const soon = new Date(now.getTime() + 1000);
  const { rows } = await services.db.pool.query<{
    failures: number;
    nextTryAt: Date | null;
    enabled: boolean;
    busy: boolean;
  }>({
    name: `look-at-his-${work}`,
    text: `select failures, next_try_at as "nextTryAt", enabled,
             coalesce(${leases[work]} > $2, false) as busy
           from his_endpoints where facility_id = $1`,
    values: [facilityId, now],
  });
  const row = rows[0];
  if (!row?.enabled) return { granted: false, again: null };
  const leave = beforeCall(breakerOf(row), now.getTime(), breakerPolicy);
  if (!leave.allowed) return { granted: false, again: new Date(now.getTime() + leave.waitMs) };
  if (row.busy) return { granted: false, again: soon };
  const probe = leave.state.phase === 'half-open' ? new Date(leave.state.notBefore) : null;
  const taken = await services.db.pool.query({
    name: `take-his-${work}`,
    text: `update his_endpoints set next_try_at = coalesce($3, next_try_at), ${leases[work]} = $4
           where facility_id = $1 and enabled and failures = $5 and (next_try_at is null or next_try_at <= $2)
             and not coalesce(${leases[work]} > $2, false)`,
    values: [facilityId, now, probe, new Date(now.getTime() + leaseMs), row.failures],
  });
  return taken.rowCount === 1 ? { granted: true, probe } : { granted: false, again: soon };
}

/** Keeps the lease while the work goes on; false once somebody pulled the stop switch. */
export async function keepLeave(services: Kernel, facilityId: string, work: Work): Promise<boolean> {
  const { rowCount } = await services.db.pool.query({
    name: `keep-his-${work}`,
    text: `update his_endpoints set ${leases[work]} = $2 where facility_id = $1 and enabled`,
    values: [facilityId, new Date(services.clock.now().getTime() + leaseMs)],
  });
  return rowCount === 1;
}

export async function giveBack(services: Kernel, facilityId: string, work: Work): Promise<void> {
  await services.db.pool.query({
    name: `give-back-his-${work}`,
    text: `update his_endpoints set ${leases[work]} = null where facility_id = $1`,
    values: [facilityId],
  });
}

/** A whole pull is done: the hospital is well. */
export async function recordSuccess(services: Kernel, facilityId: string): Promise<void> {
  await services.db.pool.query({
    name: 'record-his-success',
    text: `update his_endpoints set failures = 0, next_try_at = null, state = case when enabled then 'ok' else 'stopped' end,
             last_message_at = $2, synced_at = $2 where facility_id = $1`,
    values: [facilityId, services.clock.now()],
  });
}

/** All its patients' records were read. */
export async function recordRecords(services: Kernel, facilityId: string): Promise<void> {
  await services.db.pool.query({
    name: 'record-his-records',
    text: 'update his_endpoints set records_at = $2, last_message_at = $2 where facility_id = $1',
    values: [facilityId, services.clock.now()],
  });
}

/** It took what it was told. That alone makes nobody well, but if it was a probe, a pull may try at once. */
export async function recordAnswer(services: Kernel, facilityId: string, probe: Date | null): Promise<void> {
  await services.db.pool.query({
    name: 'record-his-answer',
    text: `update his_endpoints set last_message_at = $2, next_try_at = case when next_try_at = $3 then $2 else next_try_at end
           where facility_id = $1`,
    values: [facilityId, services.clock.now(), probe],
  });
}

/** Counts a failure and says when to try again: doubling, capped, never sooner than the hospital wished. */
export async function recordFailure(services: Kernel, facilityId: string, error: HisError): Promise<Date> {
  failuresTotal.inc({ kind: error.kind });
  const now = services.clock.now();
  const { rows } = await services.db.pool.query<{ failures: number }>(
    'select failures from his_endpoints where facility_id = $1',
    [facilityId],
  );
  const before = breakerOf({ failures: rows[0]?.failures ?? 0, nextTryAt: null });
  const next = afterFailure(before, now.getTime(), Math.random(), breakerPolicy, error.retryAfterMs);
  const again = new Date(next.notBefore);
  await services.db.pool.query({
    name: 'record-his-failure',
    text: `update his_endpoints set failures = $2, next_try_at = $3, last_error = $4, last_error_at = $5,
             state = case when enabled then 'failing' else 'stopped' end where facility_id = $1`,
    values: [facilityId, next.failures, again, error.message.slice(0, 300), now],
  });
  return again;
}

/** An answer that is no illness but still wrong, e.g. a type the hospital does not keep: shown, and work goes on. */
export async function recordComplaint(services: Kernel, facilityId: string, message: string): Promise<void> {
  await services.db.pool.query('update his_endpoints set last_error = $2, last_error_at = $3 where facility_id = $1', [
    facilityId,
    message.slice(0, 300),
    services.clock.now(),
  ]);
}
