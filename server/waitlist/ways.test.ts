import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decideOffer } from '../booking/decide-offer.ts';
import { reschedule } from '../booking/reschedule.ts';
import { rejectAppointment } from '../booking/settle-held.ts';
import { stopSession } from '../booking/stop-session.ts';
import { staffActor, testContext } from '../kernel/test-context.ts';
import { transact } from '../kernel/transaction.ts';
import { changeSession } from '../schedules/change-session.ts';
import type { HisTicket } from '../schedules/his-ticket-rules.ts';
import { openPools } from '../schedules/open-pools.ts';
import { upsertHisTickets } from '../schedules/upsert-his-tickets.ts';
import { waitlistJobs } from './jobs.ts';
import { staffLine } from './staff-queries.ts';
import { at, newKey, type WaitingHouse, waitingHouse } from './testing/waiting-house.ts';

let house: WaitingHouse;
beforeAll(async () => {
  house = await waitingHouse();
});
afterAll(() => house.db.close());
beforeEach(() => {
  house.setClock(at('2027-03-10', '10:00'));
  house.setChance(0.5);
});

type Full = Awaited<ReturnType<WaitingHouse['fullSession']>>;
const staff = (...roles: Parameters<typeof staffActor>[1][]) =>
  testContext(house.db, staffActor(house.facilityId, ...roles), house.swapped);
const manager = () => staff('manager');
const sql = (text: string, values: unknown[]) => house.db.pool.query(text, values);

describe('every way in which a number becomes nobody’s serves who waits', () => {
  const ways: [string, (full: Full) => Promise<unknown>][] = [
    ['cancelled', ({ holders }) => house.giveUp(holders[0]!)],
    [
      'changed for another time',
      async ({ holders }) => {
        const other = await house.session({ startsAt: at('2027-03-18', '09:00') });
        const { ctx, made } = holders[0]!;
        const from = { appointmentId: made.id, fromFacilityId: house.facilityId };
        await reschedule(ctx, { key: newKey(), facilityId: house.facilityId, sessionId: other.sessionId, ...from });
      },
    ],
    [
      'not accepted by the hospital',
      async ({ holders }) => {
        const id = holders[0]!.made.id;
        await sql(`update appointments set status = 'held', held_until = '2027-03-10' where id = $1`, [id]);
        const given = {
          facilityId: house.facilityId,
          appointmentId: id,
          reason: 'hospital-silent',
          ticket: 'free',
        } as const;
        await rejectAppointment(house.system, given);
      },
    ],
    [
      'added',
      ({ session }) => changeSession(manager(), { sessionId: session.sessionId, capacity: 2, reason: '加号源' }),
    ],
    [
      'moved over from another pool',
      async ({ session }) => {
        await sql(
          `insert into tickets (facility_id, session_id, number, window_start, window_end, pool)
           select facility_id, session_id, 2, window_start, window_end, 'desk' from tickets where session_id = $1`,
          [session.sessionId],
        );
        await sql(
          `update sessions set released = 2, pool_times = '{"desk": "2027-03-10T01:00:00Z"}', pools_due_at = '2027-03-10T01:00:00Z' where id = $1`,
          [session.sessionId],
        );
        expect(await openPools(house.system)).toBe(1);
      },
    ],
    [
      'offered after a stopped clinic, and turned down',
      async ({ session, holders }) => {
        const { rows } = await sql(
          `insert into offers (facility_id, id, appointment_id, resident_id, session_id, ticket_number, status, expires_at)
           select facility_id, gen_random_uuid(), id, resident_id, session_id, ticket_number, 'open', '2027-03-11' from appointments
           where session_id = $1 returning id`,
          [session.sessionId],
        );
        await sql(`update appointments set status = 'cancelled' where session_id = $1`, [session.sessionId]);
        await sql(`update tickets set status = 'held', taken_by = 'platform' where session_id = $1`, [
          session.sessionId,
        ]);
        await decideOffer(holders[0]!.ctx, { facilityId: house.facilityId, offerId: rows[0].id, accept: false });
      },
    ],
  ];
  it.each(ways)('%s', async (_, giveBack) => {
    const full = await house.fullSession();
    const waiting = await house.waiterFor(full.session);
    await giveBack(full);
    expect((await house.ledger(full.session)).free).toBeUndefined();
    const { rows } = await sql(
      `select payload->>'sessionId' as id from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = 'waitlist-serve' and payload->>'sessionId' = $1`,
      [full.session.sessionId],
    );
    expect(rows).toHaveLength(1);
    await waitlistJobs['waitlist-serve'](full.session, house.system);
    expect(await house.stateOf(waiting.wait.id)).toBe('offered');
    expect((await house.ledger(full.session)).held).toBe(1);
  });

  it('freed at the hospital’s window: kept for who waits, free at once when nobody does', async () => {
    const [waited, plain] = [await house.fullSession(), await house.fullSession()];
    const waiting = await house.waiterFor(waited.session);
    for (const { session } of [waited, plain]) {
      await sql(`update appointments set status = 'cancelled' where session_id = $1`, [session.sessionId]);
      await sql(`update tickets set status = 'booked', taken_by = 'hospital' where session_id = $1`, [
        session.sessionId,
      ]);
      await sql(`update sessions set his_id = $2 where id = $1`, [session.sessionId, `S-${session.sessionId}`]);
      const slot: HisTicket = {
        ...{
          hisId: `T-${session.sessionId}`,
          hisVersion: '2027-03-10T00:00:00Z 1',
          scheduleHisId: `S-${session.sessionId}`,
        },
        ...{ number: 1, start: session.startsAt.toISOString(), status: 'free' },
        end: new Date(session.startsAt.getTime() + 1_800_000).toISOString(),
      };
      await transact(house.db, (tx) => upsertHisTickets(tx, house.facilityId, [slot], at('2027-03-10', '10:00')));
    }
    expect(await house.ledger(waited.session)).toEqual({ quarantined: 1 });
    expect(await house.ledger(plain.session)).toEqual({ free: 1 });
    await house.serve(waited.session);
    expect(await house.stateOf(waiting.wait.id)).toBe('offered');
  });
});

describe('what the hospital and the clinic do to a kept number', () => {
  it('taken back by the hospital, the person waits on at the old place and is told', async () => {
    const { session, holders } = await house.fullSession();
    const [first, second] = [await house.waiterFor(session), await house.waiterFor(session)];
    await house.giveUp(holders[0]!);
    await house.serve(session);
    await sql(`update tickets set status = 'booked', taken_by = 'hospital' where session_id = $1`, [session.sessionId]);
    await waitlistJobs['waitlist-withdraw']({ ...session, number: 1 }, house.system);
    await waitlistJobs['waitlist-withdraw']({ ...session, number: 1 }, house.system);
    expect(await house.told(first.residentId)).toEqual(['wait-offer', 'wait-withdrawn']);
    const line = await staffLine(manager(), session.sessionId);
    expect(line.rows.map((row) => [row.id, row.position, row.state])).toEqual([
      [first.wait.id, 1, 'waiting'],
      [second.wait.id, 2, 'waiting'],
    ]);
  });

  it('stopped with its clinic, everybody is told and nobody is offered anything', async () => {
    const { session, holders } = await house.fullSession();
    const people = [await house.waiterFor(session), await house.waiterFor(session)];
    await house.giveUp(holders[0]!);
    await house.serve(session);
    await stopSession(manager(), { ...session, reason: '停诊' });
    await house.serve(session);
    expect(await house.ledger(session)).toEqual({ suspended: 1 });
    for (const { wait, residentId } of people) {
      expect(await house.stateOf(wait.id)).toBe('cleared');
      expect(await house.told(residentId)).toContain('wait-cleared');
    }
  });

  it('is shown to the staff of that hospital only, and the reading leaves access rows', async () => {
    const { session } = await house.fullSession();
    const one = await house.waiterFor(session);
    await staffLine(staff('desk'), session.sessionId);
    const { rows } = await sql(`select what from access_events where resident_id = $1`, [one.residentId]);
    expect(rows).toEqual([{ what: 'waitlist' }]);
    const stranger = testContext(house.db, staffActor('Xelse', 'manager'), house.swapped);
    await expect(staffLine(stranger, session.sessionId)).rejects.toThrow('not-found');
  });
});
