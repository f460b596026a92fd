import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditEvents } from '#db/schema/audit.ts';
import { appointments, offers } from '#db/schema/booking.ts';
import { notices } from '#db/schema/notices.ts';
import { sessions, tickets } from '#db/schema/schedules.ts';
import { mintSession } from '#db/testing/mint.ts';
import type { TestDatabase } from '#db/testing/test-database.ts';
import { staffActor, systemActor, testContext } from '../kernel/test-context.ts';
import { decideOffer } from './decide-offer.ts';
import { lapseOffers } from './jobs.ts';
import { listOffers } from './queries.ts';
import { stopReport } from './staff-queries.ts';
import { stopSession } from './stop-session.ts';
import { type BookingHouse, bookingHouse } from './testing/booking-house.ts';

let db: TestDatabase;
let house: BookingHouse;
beforeAll(async () => {
  house = await bookingHouse();
  db = house.db;
});
afterAll(() => db.close());

describe('stopping a clinic', () => {
  it('tells each resident and keeps a like-for-like ticket, which one tap accepts', async () => {
    const stopped = await mintSession(db, house.facility, { capacity: 3 });
    const later = await mintSession(db, house.facility, {
      capacity: 2,
      startsAt: new Date(stopped.startsAt.getTime() + 86_400_000),
    });
    const patients = [
      await house.patientOf(stopped.sessionId),
      await house.patientOf(stopped.sessionId),
      await house.patientOf(stopped.sessionId),
    ];
    const outcome = await stopSession(house.staff('manager'), {
      facilityId: house.facilityId,
      sessionId: stopped.sessionId,
      reason: '医生外出',
    });
    expect(outcome).toEqual({ already: false, affected: 3, offers: 2 });
    expect(
      await stopSession(house.staff('manager'), {
        facilityId: house.facilityId,
        sessionId: stopped.sessionId,
        reason: '再来',
      }),
    ).toMatchObject({ already: true, affected: 0 });
    expect(await house.ledger(stopped.sessionId)).toEqual({ suspended: 3 });
    expect(await house.ledger(later.sessionId)).toEqual({ held: 2 });
    const [first, second, third] = patients;
    const told = await db.orm.select().from(notices).where(eq(notices.residentId, third!.residentId));
    expect(told.map((n) => n.kind).sort()).toEqual(['booked', 'clinic-stopped']);
    expect(await listOffers(third!.ctx)).toEqual([]);
    const [offer] = await listOffers(first!.ctx);
    const accepted = await decideOffer(first!.ctx, {
      facilityId: house.facilityId,
      offerId: offer!.id,
      accept: true,
    });
    const rows = await db.orm.select().from(appointments).where(eq(appointments.id, accepted.appointmentId!));
    expect(rows[0]).toMatchObject({ status: 'booked', sessionId: later.sessionId, replaces: first!.made.id });
    await expect(
      decideOffer(first!.ctx, { facilityId: house.facilityId, offerId: offer!.id, accept: true }),
    ).rejects.toThrow('offer-decided');
    await expect(
      decideOffer(third!.ctx, { facilityId: house.facilityId, offerId: offer!.id, accept: true }),
    ).rejects.toThrow('offer-not-found');
    const report = await stopReport(house.staff('manager'), stopped.sessionId);
    expect(report.rows.map((row) => row.outcome)).toEqual(['placed', 'offered', 'none']);
    const [declined] = await listOffers(second!.ctx);
    await decideOffer(second!.ctx, { facilityId: house.facilityId, offerId: declined!.id, accept: false });
    expect(await house.ledger(later.sessionId)).toEqual({ booked: 1, quarantined: 1 });
    expect(await db.orm.select().from(auditEvents).where(eq(auditEvents.subjectId, first!.made.id))).toHaveLength(2);
  });

  it('gives a lapsed offer back and tells so', async () => {
    const stopped = await mintSession(db, house.facility, { capacity: 1 });
    const fourDaysOn = new Date(stopped.startsAt.getTime() + 4 * 86_400_000);
    await mintSession(db, house.facility, { capacity: 1, startsAt: fourDaysOn });
    const patient = await house.patientOf(stopped.sessionId);
    await stopSession(house.staff('manager'), {
      facilityId: house.facilityId,
      sessionId: stopped.sessionId,
      reason: '停诊',
    });
    const before = await db.orm.select().from(offers).where(eq(offers.residentId, patient.residentId));
    await db.orm
      .update(offers)
      .set({ expiresAt: new Date(Date.now() - 1000) })
      .where(eq(offers.residentId, patient.residentId));
    expect(before).toHaveLength(1);
    const kept = and(eq(tickets.sessionId, before[0]!.sessionId), eq(tickets.number, before[0]!.ticketNumber));
    const ticketNow = async () => (await db.orm.select().from(tickets).where(kept))[0]?.status;
    expect(await ticketNow()).toBe('held');
    expect(await lapseOffers(testContext(db, systemActor()))).toBeGreaterThanOrEqual(1);
    expect(await ticketNow()).toBe('quarantined');
    const told = await db.orm.select().from(notices).where(eq(notices.residentId, patient.residentId));
    expect(told.map((n) => n.kind)).toContain('offer-lapsed');
    await expect(
      decideOffer(patient.ctx, { facilityId: house.facilityId, offerId: before[0]!.id, accept: true }),
    ).rejects.toThrow('offer-decided');
  });

  it('is for the scheduler and manager of that facility', async () => {
    const session = await mintSession(db, house.facility);
    const wish = { facilityId: house.facilityId, sessionId: session.sessionId, reason: '停诊' };
    await expect(stopSession(house.staff('desk'), wish)).rejects.toThrow('role-needed');
    await expect(stopSession(testContext(db, staffActor('Xelse', 'manager')), wish)).rejects.toThrow(
      'session-not-found',
    );
    expect((await db.orm.select().from(sessions).where(eq(sessions.id, session.sessionId)))[0]?.status).toBe(
      'published',
    );
  });

  it('loses nobody when bookings and the stop race', async () => {
    const session = await mintSession(db, house.facility, { capacity: 20 });
    const bookings = Promise.allSettled(Array.from({ length: 20 }, () => house.patientOf(session.sessionId)));
    const stop = stopSession(house.staff('manager'), {
      facilityId: house.facilityId,
      sessionId: session.sessionId,
      reason: '停诊',
    });
    await Promise.all([bookings, stop]);
    const rows = await db.orm.select().from(appointments).where(eq(appointments.sessionId, session.sessionId));
    expect(rows.filter((row) => row.status !== 'cancelled')).toEqual([]);
    expect(await house.ledger(session.sessionId)).toEqual({ suspended: 20 });
  });
});
