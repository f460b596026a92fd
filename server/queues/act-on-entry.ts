import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { fulfil } from '../booking/check-in.ts';
import { type Locked, lockAppointment } from '../booking/end-appointment.ts';
import type { ContextOf } from '../kernel/context.ts';
import { refused } from '../kernel/errors.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { markMissed } from './mark-missed.ts';
import { type Entry, lockEntry, moveEntry } from './move-entry.ts';
import { expectQueueStaff } from './policy.ts';
import { findOwnStation } from './queries/stations.ts';
import type { actInput } from './schema/staff.ts';
import type { EntryStatus } from './schema.ts';

type Ctx = ContextOf<'staff'>;
type Act = z.infer<typeof actInput>['act'];

/**
 * What a doctor does with the person called into the own room: call again, let in, seen, missed, sent for
 * tests. Pressing twice what has already happened changes nothing, except calling again, which counts.
 */
export async function actOnEntry(
  ctx: Ctx,
  { appointmentId, act }: z.infer<typeof actInput>,
): Promise<{ status: EntryStatus }> {
  const { facilityId } = ctx.actor;
  expectQueueStaff(ctx.actor, facilityId, 'call');
  const station = await findOwnStation(ctx);
  if (!station) throw refused('no-room');
  return transact(ctx.db, async (tx) => {
    const a = await lockAppointment(tx, facilityId, appointmentId);
    const entry = await lockEntry(tx, facilityId, appointmentId);
    if (entry.stationId !== station.id) throw refused('not-your-room');
    if (entry.status === reached[act]) return { status: entry.status };
    const after = await acts[act](tx, ctx, entry, a);
    await recordAudit(tx, ctx, {
      facilityId,
      action: `queues.${act}`,
      subjectType: 'appointment',
      subjectId: appointmentId,
      detail: { room: station.room, calls: after.callCount },
    });
    return { status: after.status };
  });
}

/** The state in which a press has nothing left to do. */
const reached: Partial<Record<Act, EntryStatus>> = { enter: 'in-room', done: 'done', missed: 'missed', tests: 'away' };

type Run = (tx: Tx, ctx: Ctx, entry: Entry, a: Locked) => Promise<Entry>;
const acts: Record<Act, Run> = {
  'call-again': (tx, ctx, entry) => {
    if (entry.status !== 'called') throw refused('queue-state', { params: { state: entry.status } });
    const set = { callCount: entry.callCount + 1, calledAt: ctx.clock.now() };
    return moveEntry(tx, ctx, entry, { act: 'call', to: 'called', set });
  },
  enter: (tx, ctx, entry) =>
    moveEntry(tx, ctx, entry, { act: 'enter', to: 'in-room', set: { startedAt: ctx.clock.now() } }),
  done: async (tx, ctx, entry, a) => {
    const after = await finishEntry(tx, ctx, entry);
    await fulfil(tx, ctx, a);
    return after;
  },
  missed: markMissed,
  tests: (tx, ctx, entry) => {
    const set = { endedAt: ctx.clock.now(), seconds: entry.seconds + spent(entry, ctx.clock.now()) };
    return moveEntry(tx, ctx, entry, { act: 'tests', to: 'away', set });
  },
};

/** Seconds since the person came in, or was called where the doctor never said so. */
const spent = (entry: Entry, now: Date): number =>
  Math.round((now.getTime() - (entry.startedAt ?? entry.calledAt ?? now).getTime()) / 1000);

type Ending = { act: string; to: 'done' | 'moved'; reason?: string; movedTo?: string };

/** The turn is over: seen, or sent on to another department. */
export function finishEntry(
  tx: Tx,
  ctx: Ctx,
  entry: Entry,
  { movedTo, ...ending }: Ending = { act: 'done', to: 'done' },
): Promise<Entry> {
  const now = ctx.clock.now();
  const set = { endedAt: now, seconds: entry.seconds + spent(entry, now), ...(movedTo ? { movedTo } : {}) };
  return moveEntry(tx, ctx, entry, { ...ending, set });
}
