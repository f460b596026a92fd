import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditEvents } from '#db/schema/audit.ts';
import { appointmentSteps, appointments } from '#db/schema/booking.ts';
import { notices } from '#db/schema/notices.ts';
import { tickets } from '#db/schema/schedules.ts';
import { type MintedFacility, mintFacility, mintPractitioner, mintResident, mintSession } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { Fault } from '../kernel/errors.ts';
import { testContext } from '../kernel/test-context.ts';
import { book } from './book.ts';
import { cancel } from './cancel.ts';
import { reschedule } from './reschedule.ts';

let db: TestDatabase;
let facility: MintedFacility;
beforeAll(async () => {
  db = await openTestDatabase();
  facility = await mintFacility(db);
});
afterAll(() => db.close());

const key = () => randomUUID().replaceAll('-', '');
async function person() {
  const minted = await mintResident(db);
  const ctx = testContext(db, {
    kind: 'resident',
    accountId: minted.accountId,
    residentId: minted.residentId,
    name: minted.name,
  });
  return { ...minted, ctx };
}
const faultOf = async (promise: Promise<unknown>) => {
  const error = await promise.then(
    () => null,
    (e: unknown) => e,
  );
  if (!(error instanceof Fault)) throw new Error(`expected a Fault, got ${error}`);
  return error;
};

describe('booking a ticket', () => {
  it('writes the appointment, its step, the audit row, the message and its SMS job together', async () => {
    const me = await person();
    const session = await mintSession(db, facility);
    const made = await book(me.ctx, {
      key: key(),
      facilityId: facility.facilityId,
      sessionId: session.sessionId,
      residentId: me.residentId,
    });
    expect(made).toMatchObject({ status: 'booked', ticketNumber: 1, residentName: me.name, cancel: { can: true } });
    const where = and(
      eq(tickets.facilityId, facility.facilityId),
      eq(tickets.sessionId, session.sessionId),
      eq(tickets.number, 1),
    );
    expect((await db.orm.select().from(tickets).where(where))[0]).toMatchObject({
      status: 'booked',
      takenBy: 'platform',
    });
    const steps = await db.orm.select().from(appointmentSteps).where(eq(appointmentSteps.appointmentId, made.id));
    expect(steps).toMatchObject([
      { seq: 1, fromStatus: null, toStatus: 'booked', actorKind: 'resident', actorId: me.accountId },
    ]);
    const audit = await db.orm.select().from(auditEvents).where(eq(auditEvents.subjectId, made.id));
    expect(audit).toMatchObject([{ action: 'booking.book', actorId: me.accountId }]);
    const told = await db.orm.select().from(notices).where(eq(notices.residentId, me.residentId));
    expect(told).toMatchObject([{ kind: 'booked', smsState: 'queued' }]);
    const jobs = await db.pool.query(
      `select 1 from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'notices-sms-many' and j.payload::text like '%' || $1 || '%'`,
      [me.residentId],
    );
    expect(jobs.rowCount).toBe(1);
  });

  it('takes the wished window and says when only that window is full', async () => {
    const session = await mintSession(db, facility, { capacity: 2, windowMinutes: 60 });
    const [first, second] = [await person(), await person()];
    const wish = { facilityId: facility.facilityId, sessionId: session.sessionId, windowStart: session.startsAt };
    await book(first.ctx, { ...wish, key: key(), residentId: first.residentId });
    const fault = await faultOf(book(second.ctx, { ...wish, key: key(), residentId: second.residentId }));
    expect(fault.refusal).toMatchObject({ rule: 'window-full', params: { free: 1 } });
  });

  it('does not book for a stranger, and does not say that the stranger exists', async () => {
    const [me, other] = [await person(), await person()];
    const session = await mintSession(db, facility);
    const fault = await faultOf(
      book(me.ctx, {
        key: key(),
        facilityId: facility.facilityId,
        sessionId: session.sessionId,
        residentId: other.residentId,
      }),
    );
    expect(fault).toMatchObject({ code: 'not-found', refusal: { rule: 'resident-not-found' } });
  });

  it.each([
    ['not-released', { releaseAt: new Date(Date.now() + 3_600_000) }],
    ['closed', { closeAt: new Date(Date.now() - 1000) }],
    ['stopped', { status: 'suspended' as const }],
    ['full', { capacity: 0 }],
  ])('refuses with %s', async (rule, wishes) => {
    const me = await person();
    const session = await mintSession(db, await mintFacility(db), wishes);
    const fault = await faultOf(book(me.ctx, { key: key(), ...session, residentId: me.residentId }));
    expect(fault.refusal.rule).toBe(rule);
  });

  it('refuses a second number of the same department and doctor on a day, a third on a day, and an overlap', async () => {
    const me = await person();
    const wish = { facilityId: facility.facilityId, residentId: me.residentId };
    const morning = await mintSession(db, facility, { capacity: 1 });
    const made = await book(me.ctx, { ...wish, key: key(), sessionId: morning.sessionId });
    const again = await mintSession(db, facility, { startsAt: new Date(morning.startsAt.getTime() + 4 * 3_600_000) });
    const same = await faultOf(book(me.ctx, { ...wish, key: key(), sessionId: again.sessionId }));
    expect(same.refusal).toMatchObject({ rule: 'same-doctor-day', blocking: { id: made.id } });
    const overlapping = await mintSession(db, facility, { practitionerId: await mintPractitioner(db, facility) });
    const overlap = await faultOf(book(me.ctx, { ...wish, key: key(), sessionId: overlapping.sessionId }));
    expect(overlap.refusal).toMatchObject({ rule: 'overlap', blocking: { id: made.id } });
    const later = (h: number) => new Date(morning.startsAt.getTime() + h * 3_600_000);
    const second = await mintSession(db, facility, {
      practitionerId: await mintPractitioner(db, facility),
      startsAt: later(4),
    });
    await book(me.ctx, { ...wish, key: key(), sessionId: second.sessionId });
    const third = await mintSession(db, facility, {
      practitionerId: await mintPractitioner(db, facility),
      startsAt: later(8),
    });
    const limit = await faultOf(book(me.ctx, { ...wish, key: key(), sessionId: third.sessionId }));
    expect(limit.refusal).toMatchObject({ rule: 'day-limit', params: { limit: 2 } });
  });

  it('refuses another wish under a used key', async () => {
    const me = await person();
    const wish = { key: key(), facilityId: facility.facilityId, residentId: me.residentId };
    await book(me.ctx, { ...wish, sessionId: (await mintSession(db, facility)).sessionId });
    const fault = await faultOf(book(me.ctx, { ...wish, sessionId: (await mintSession(db, facility)).sessionId }));
    expect(fault).toMatchObject({ code: 'conflict', refusal: { rule: 'key-reused' } });
  });
});

describe('races', () => {
  it('500 people for 50 tickets: 50 appointments, 450 clear refusals, no error', async () => {
    const session = await mintSession(db, facility, { capacity: 50 });
    const people = await Promise.all(Array.from({ length: 500 }, person));
    const outcomes = await Promise.allSettled(
      people.map((p) =>
        book(p.ctx, {
          key: key(),
          facilityId: facility.facilityId,
          sessionId: session.sessionId,
          residentId: p.residentId,
        }),
      ),
    );
    const refused = outcomes.flatMap((o) => (o.status === 'rejected' ? [o.reason] : []));
    expect(refused.filter((e) => !(e instanceof Fault && e.refusal.rule === 'full'))).toEqual([]);
    expect(refused).toHaveLength(450);
    const rows = await db.orm.select().from(appointments).where(eq(appointments.sessionId, session.sessionId));
    expect(new Set(rows.map((r) => r.ticketNumber)).size).toBe(50);
    expect(rows).toHaveLength(50);
  }, 60_000);

  it('the same key 100 times at once: one appointment, 100 equal answers', async () => {
    const me = await person();
    const session = await mintSession(db, facility, { capacity: 50 });
    const wish = {
      key: key(),
      facilityId: facility.facilityId,
      sessionId: session.sessionId,
      residentId: me.residentId,
    };
    const answers = await Promise.all(Array.from({ length: 100 }, () => book(me.ctx, wish)));
    expect(new Set(answers.map((a) => a.id)).size).toBe(1);
    expect(await db.orm.select().from(appointments).where(eq(appointments.sessionId, session.sessionId))).toHaveLength(
      1,
    );
  });

  it('one person asking for ten numbers of a day at once gets no more than the day allows', async () => {
    const me = await person();
    const day = new Date('2099-03-02T00:00:00Z');
    const sessions = await Promise.all(
      Array.from({ length: 10 }, async (_, i) =>
        mintSession(db, facility, {
          practitionerId: await mintPractitioner(db, facility),
          startsAt: new Date(day.getTime() + i * 3_600_000),
          endsAt: new Date(day.getTime() + i * 3_600_000 + 1_800_000),
        }),
      ),
    );
    await db.pool.query(
      `insert into booking_rules (facility_id, effective_from, horizon_days) values ($1, '2020-01-01', 30000) on conflict do nothing`,
      [facility.facilityId],
    );
    const outcomes = await Promise.allSettled(
      sessions.map((s) =>
        book(me.ctx, {
          key: key(),
          facilityId: facility.facilityId,
          sessionId: s.sessionId,
          residentId: me.residentId,
        }),
      ),
    );
    expect(outcomes.filter((o) => o.status === 'fulfilled')).toHaveLength(2);
  });
});

describe('cancel and reschedule', () => {
  it('gives the ticket back, once, and it rests until nobody can have timed it', async () => {
    const me = await person();
    const session = await mintSession(db, facility, { capacity: 1 });
    const made = await book(me.ctx, {
      key: key(),
      facilityId: facility.facilityId,
      sessionId: session.sessionId,
      residentId: me.residentId,
    });
    const ended = await cancel(me.ctx, { facilityId: facility.facilityId, appointmentId: made.id, reason: '' });
    expect(ended).toMatchObject({ status: 'cancelled', cancel: { can: false, rule: 'already-cancelled' } });
    expect((await cancel(me.ctx, { facilityId: facility.facilityId, appointmentId: made.id, reason: '' })).status).toBe(
      'cancelled',
    );
    expect(
      await db.orm.select().from(appointmentSteps).where(eq(appointmentSteps.appointmentId, made.id)),
    ).toHaveLength(2);
    const [ticket] = await db.orm.select().from(tickets).where(eq(tickets.sessionId, session.sessionId));
    expect(ticket).toMatchObject({ status: 'quarantined', takenBy: null });
    const other = await person();
    const next = { ...session, key: key(), residentId: other.residentId };
    expect((await faultOf(book(other.ctx, next))).refusal.rule).toBe('full');
  });

  it('refuses after the deadline, and to strangers', async () => {
    const [me, other] = [await person(), await person()];
    const session = await mintSession(db, facility, { startsAt: new Date(Date.now() + 3_600_000) });
    const made = await book(me.ctx, {
      key: key(),
      facilityId: facility.facilityId,
      sessionId: session.sessionId,
      residentId: me.residentId,
    });
    const input = { facilityId: facility.facilityId, appointmentId: made.id, reason: '' };
    expect((await faultOf(cancel(me.ctx, input))).refusal.rule).toBe('cancel-too-late');
    expect((await faultOf(cancel(other.ctx, input))).code).toBe('not-found');
  });

  it('swaps in one step, and keeps the old number when the new one fails', async () => {
    const me = await person();
    const [from, to, full] = await Promise.all([
      mintSession(db, facility),
      mintSession(db, facility),
      mintSession(db, facility, { capacity: 0 }),
    ]);
    const made = await book(me.ctx, {
      key: key(),
      facilityId: facility.facilityId,
      sessionId: from.sessionId,
      residentId: me.residentId,
    });
    const move = { facilityId: facility.facilityId, fromFacilityId: facility.facilityId, appointmentId: made.id };
    expect((await faultOf(reschedule(me.ctx, { ...move, key: key(), sessionId: full.sessionId }))).refusal.rule).toBe(
      'full',
    );
    const wish = { ...move, key: key(), sessionId: to.sessionId };
    const moved = await reschedule(me.ctx, wish);
    expect(moved).toMatchObject({ status: 'booked', replaces: made.id, sessionId: to.sessionId });
    expect((await reschedule(me.ctx, wish)).id).toBe(moved.id);
    const old = await db.orm.select().from(appointments).where(eq(appointments.id, made.id));
    expect(old[0]).toMatchObject({ status: 'cancelled', cancelReason: 'rescheduled' });
  });
});
