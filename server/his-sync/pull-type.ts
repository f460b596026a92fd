import { setImmediate as breathe } from 'node:timers/promises';
import { HisError, isIllHealth } from '#fhir/client/errors.ts';
import { isClinicalType } from '#fhir/resources/clinical/shapes.ts';
import { regionDay, regionInstant } from '../kernel/clock.ts';
import { transact } from '../kernel/transaction.ts';
import { applyPage, type Run } from './apply-page.ts';
import { settleBlocked } from './apply-slots.ts';
import { saveCursor } from './cursors.ts';
import { newestStamp } from './read-page.ts';
import { keepLeave, recordComplaint } from './record-health.ts';
import { listWaiting } from './record-rejects.ts';
import { boundOf, type PulledType } from './rules.ts';
import { oneAhead, searchPages } from './search-pages.ts';
import { settleGoneRecords } from './settle-gone-records.ts';
import { settleVanished } from './settle-vanished.ts';

/** The stop switch was pulled in the middle of a pull. */
export class SwitchedOff extends Error {}

/** Brings the changes of one type here, a page a transaction; the cursor moves when the search is complete. */
export async function pullType(run: Run, type: PulledType): Promise<void> {
  const { ctx, facilityId, now } = run;
  const cursor = run.cursors.get(type) ?? null;
  const bound = boundOf(cursor, now);
  let newest: Date | null = null;
  let resources = 0;
  const seen = new Set<string>();
  await applyPage(run, type, await transact(ctx.db, (tx) => listWaiting(tx, facilityId, type)));
  try {
    for await (const page of oneAhead(searchPages(run, type, paramsOf(type, bound, now)))) {
      await applyPage(run, type, page);
      const stamp = newestStamp(page);
      if (stamp && (!newest || stamp > newest)) newest = stamp;
      resources += page.length;
      for (const { id } of bound ? [] : page) seen.add(String(id));
      if (page.length > 0 && !(await keepLeave(ctx, facilityId, run.work))) throw new SwitchedOff();
      await breathe();
    }
  } catch (error) {
    if (!(error instanceof HisError) || isIllHealth(error)) throw error;
    return recordComplaint(ctx, facilityId, `${type}: ${error.message}`);
  }
  if (type === 'Slot') {
    if (!bound) run.blocked.push(...(await settleVanished(run, seen)));
    await settleBlocked(ctx, facilityId, run.blocked.splice(0));
  }
  if (isClinicalType(type)) run.written += await settleGoneRecords(run, type, bound, seen);
  run.resources += resources;
  await saveCursor(ctx, facilityId, type, { cursor, bound, newest, startedAt: now, resources });
}

/** Without a bound only what is still to come matters: a hospital may keep years of past clinics. */
function paramsOf(type: PulledType, bound: Date | null, now: Date): Record<string, string> {
  const today = `ge${regionInstant(regionDay(now), '00:00').toISOString()}`;
  const coming: Partial<Record<PulledType, Record<string, string>>> = {
    Schedule: { date: today },
    Slot: { start: today },
    Appointment: { date: today },
  };
  const from = bound ? { _lastUpdated: `ge${bound.toISOString()}` } : coming[type];
  return { ...from, _count: '500', _sort: '_lastUpdated' };
}
