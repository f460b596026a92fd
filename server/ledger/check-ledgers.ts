import { recordAudit } from '../audit/record-audit.ts';
import { addDays, regionDay } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { eachInTurn, inChunks } from '../kernel/each-in-turn.ts';
import { counter } from '../kernel/metrics.ts';
import { transact } from '../kernel/transaction.ts';
import { haltSession } from '../schedules/halt-session.ts';
import { type Drift, findDrift, type Tally } from './find-drift.ts';
import { runningFromDays } from './rules.ts';

/** Facilities a statement: of a province's 1.4 million numbers each adds up some 25,000. */
const chunk = 10;
const alerts = counter('huimin_ledger_alerts_total', 'Sessions whose numbers did not add up');

/**
 * Adds up every running session of the region. One that does not add up is off sale at once and raises an alert,
 * once; its neighbours sell on. Repeating it is harmless: an open alert only takes the newest findings.
 */
export async function checkLedgers(ctx: Context): Promise<{ sessions: number; drifting: number }> {
  const from = addDays(regionDay(ctx.clock.now()), runningFromDays);
  const { rows } = await ctx.db.pool.query<{ id: string }>('select id from facilities where bookable order by id');
  const total = { sessions: 0, drifting: 0 };
  await eachInTurn(ctx.log, 'adding up ledgers', inChunks(rows, chunk), async ({ ids }) => {
    const tallies = await findDrift(ctx.db.pool, { facilityIds: ids, from });
    for (const tally of tallies) {
      total.sessions += tally.sessions;
      for (const drift of tally.drifts) total.drifting += (await raiseAlert(ctx, drift, from)) ? 1 : 0;
    }
    await noteChecks(ctx, tallies);
  });
  return total;
}

/** Looks again with the session locked, so that what is acted upon is what is written down. */
function raiseAlert(ctx: Context, { facilityId, sessionId }: Drift, from: string): Promise<boolean> {
  return transact(ctx.db, async (tx) => {
    await tx.client.query('select 1 from sessions where facility_id = $1 and id = $2 for no key update', [
      facilityId,
      sessionId,
    ]);
    const [tally] = await findDrift(tx.client, { facilityIds: [facilityId], from, sessionId });
    const findings = tally?.drifts[0]?.findings;
    if (!findings) return false;
    const halted = await haltSession(tx, facilityId, sessionId);
    const { rows } = await tx.client.query<{ fresh: boolean }>(
      `insert into ledger_alerts (facility_id, id, session_id, found_at, findings, halted) values ($1, $2, $3, $4, $5, $6)
       on conflict (facility_id, session_id) where released_at is null
         do update set findings = excluded.findings, halted = ledger_alerts.halted or excluded.halted
       returning xmax = 0 as fresh`,
      [facilityId, ctx.ids.next(), sessionId, ctx.clock.now(), JSON.stringify(findings), halted],
    );
    if (rows[0]?.fresh) {
      const subject = { facilityId, subjectType: 'session', subjectId: sessionId };
      await recordAudit(tx, ctx, { ...subject, action: 'ledger.alert', detail: { findings, halted } });
      ctx.log.error({ facilityId, sessionId, findings }, 'a session does not add up');
      alerts.inc();
    }
    return true;
  });
}

async function noteChecks(ctx: Context, tallies: Tally[]): Promise<void> {
  await ctx.db.pool.query(
    `insert into ledger_checks (facility_id, checked_at, sessions, tickets, drifting)
     select f, $1, s, t, d from unnest($2::text[], $3::int[], $4::int[], $5::int[]) as n (f, s, t, d)
     on conflict (facility_id) do update set checked_at = excluded.checked_at, sessions = excluded.sessions,
       tickets = excluded.tickets, drifting = excluded.drifting`,
    [
      ctx.clock.now(),
      ...[tallies.map((t) => t.facilityId), tallies.map((t) => t.sessions), tallies.map((t) => t.tickets)],
      tallies.map((t) => t.drifts.length),
    ],
  );
}
