import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditEvents } from '#db/schema/audit.ts';
import { appointments, offers } from '#db/schema/booking.ts';
import { notices } from '#db/schema/notices.ts';
import { sessions, tickets } from '#db/schema/schedules.ts';
import { type MintedFacility, mintFacility, mintResident, mintSession } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { idCheckCharacter } from '../kernel/national-id.ts';
import { residentActor, staffActor, systemActor, testContext } from '../kernel/test-context.ts';
import { addExtra } from './add-extra.ts';
import { book } from './book.ts';
import { checkIn } from './check-in.ts';
import { decideOffer } from './decide-offer.ts';
import { lapseOffers } from './jobs.ts';
import { listOffers } from './queries.ts';
import { confirmAppointment, loseTicket, rejectAppointment } from './settle-held.ts';
import { stopReport } from './staff-queries.ts';
import { stopSession } from './stop-session.ts';

let db: TestDatabase;
let facility: MintedFacility;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const key = () => randomUUID().replaceAll('-', '');
async function patientOf(sessionId: string) {
  const minted = await mintResident(db);
  const ctx = testContext(db, residentActor(minted));
  const made = await book(ctx, {
    key: key(),
    facilityId: facility.facilityId,
    sessionId,
    residentId: minted.residentId,
  });
  return { ...minted, ctx, made };
}
const manager = () => testContext(db, staffActor(facility.facilityId, 'manager'));
const ledger = async (sessionId: string) => {
  const { rows } = await db.pool.query(
    `select status, count(*) as n from tickets where session_id = $1 group by status`,
    [sessionId],
  );
  return Object.fromEntries(rows.map((row) => [row.status, row.n]));
};

describe('stopping a clinic', () => {
  beforeAll(async () => {
    facility = await mintFacility(db);
  });

  it('tells each resident and keeps a like-for-like ticket, which one tap accepts', async () => {
    const stopped = await mintSession(db, facility, { capacity: 3 });
    const later = await mintSession(db, facility, {
      capacity: 2,
      startsAt: new Date(stopped.startsAt.getTime() + 86_400_000),
    });
    const patients = [
      await patientOf(stopped.sessionId),
      await patientOf(stopped.sessionId),
      await patientOf(stopped.sessionId),
    ];
    const outcome = await stopSession(manager(), {
      facilityId: facility.facilityId,
      sessionId: stopped.sessionId,
      reason: '医生外出',
    });
    expect(outcome).toEqual({ already: false, affected: 3, offers: 2 });
    expect(
      await stopSession(manager(), { facilityId: facility.facilityId, sessionId: stopped.sessionId, reason: '再来' }),
    ).toMatchObject({ already: true, affected: 0 });
    expect(await ledger(stopped.sessionId)).toEqual({ suspended: 3 });
    expect(await ledger(later.sessionId)).toEqual({ held: 2 });
    const [first, second, third] = patients;
    const told = await db.orm.select().from(notices).where(eq(notices.residentId, third!.residentId));
    expect(told.map((n) => n.kind).sort()).toEqual(['booked', 'clinic-stopped']);
    expect(await listOffers(third!.ctx)).toEqual([]);
    const [offer] = await listOffers(first!.ctx);
    const accepted = await decideOffer(first!.ctx, {
      facilityId: facility.facilityId,
      offerId: offer!.id,
      accept: true,
    });
    const rows = await db.orm.select().from(appointments).where(eq(appointments.id, accepted.appointmentId!));
    expect(rows[0]).toMatchObject({ status: 'booked', sessionId: later.sessionId, replaces: first!.made.id });
    await expect(
      decideOffer(first!.ctx, { facilityId: facility.facilityId, offerId: offer!.id, accept: true }),
    ).rejects.toThrow('offer-decided');
    await expect(
      decideOffer(third!.ctx, { facilityId: facility.facilityId, offerId: offer!.id, accept: true }),
    ).rejects.toThrow('offer-not-found');
    const report = await stopReport(manager(), stopped.sessionId);
    expect(report.rows.map((row) => row.outcome)).toEqual(['placed', 'offered', 'none']);
    const [declined] = await listOffers(second!.ctx);
    await decideOffer(second!.ctx, { facilityId: facility.facilityId, offerId: declined!.id, accept: false });
    expect(await ledger(later.sessionId)).toEqual({ booked: 1, free: 1 });
    expect(await db.orm.select().from(auditEvents).where(eq(auditEvents.subjectId, first!.made.id))).toHaveLength(2);
  });

  it('gives a lapsed offer back and tells so', async () => {
    const stopped = await mintSession(db, facility, { capacity: 1 });
    const patient = await patientOf(stopped.sessionId);
    await stopSession(manager(), { facilityId: facility.facilityId, sessionId: stopped.sessionId, reason: '停诊' });
    const before = await db.orm.select().from(offers).where(eq(offers.residentId, patient.residentId));
    await db.orm
      .update(offers)
      .set({ expiresAt: new Date(Date.now() - 1000) })
      .where(eq(offers.residentId, patient.residentId));
    expect(before).toHaveLength(1);
    expect(await lapseOffers(testContext(db, systemActor()))).toBeGreaterThanOrEqual(1);
    const [ticket] = await db.orm.select().from(tickets).where(eq(tickets.sessionId, before[0]!.sessionId));
    expect(ticket?.status).not.toBe('held');
    await expect(
      decideOffer(patient.ctx, { facilityId: facility.facilityId, offerId: before[0]!.id, accept: true }),
    ).rejects.toThrow('offer-decided');
  });

  it('is for the scheduler and manager of that facility', async () => {
    const session = await mintSession(db, facility);
    const wish = { facilityId: facility.facilityId, sessionId: session.sessionId, reason: '停诊' };
    await expect(stopSession(testContext(db, staffActor(facility.facilityId, 'desk')), wish)).rejects.toThrow(
      'role-needed',
    );
    await expect(stopSession(testContext(db, staffActor('Xelse', 'manager')), wish)).rejects.toThrow(
      'session-not-found',
    );
    expect((await db.orm.select().from(sessions).where(eq(sessions.id, session.sessionId)))[0]?.status).toBe(
      'published',
    );
  });

  it('loses nobody when bookings and the stop race', async () => {
    const session = await mintSession(db, facility, { capacity: 20 });
    const bookings = Promise.allSettled(Array.from({ length: 20 }, () => patientOf(session.sessionId)));
    const stop = stopSession(manager(), {
      facilityId: facility.facilityId,
      sessionId: session.sessionId,
      reason: '停诊',
    });
    await Promise.all([bookings, stop]);
    const rows = await db.orm.select().from(appointments).where(eq(appointments.sessionId, session.sessionId));
    expect(rows.filter((row) => row.status !== 'cancelled')).toEqual([]);
    expect(await ledger(session.sessionId)).toEqual({ suspended: 20 });
  });
});

describe('what the hospital decides', () => {
  beforeAll(async () => {
    facility = await mintFacility(db);
  });

  it('confirms or rejects a held ticket, once', async () => {
    const session = await mintSession(db, facility, { capacity: 2 });
    const [yes, no] = [await patientOf(session.sessionId), await patientOf(session.sessionId)];
    await db.pool.query(`update appointments set status = 'held' where session_id = $1`, [session.sessionId]);
    await db.pool.query(`update tickets set status = 'held' where session_id = $1`, [session.sessionId]);
    const ctx = testContext(db, { kind: 'his', facilityId: facility.facilityId });
    expect(await confirmAppointment(ctx, { facilityId: facility.facilityId, appointmentId: yes.made.id })).toEqual({
      late: false,
    });
    expect(await confirmAppointment(ctx, { facilityId: facility.facilityId, appointmentId: yes.made.id })).toEqual({
      late: false,
    });
    const rejection = {
      facilityId: facility.facilityId,
      appointmentId: no.made.id,
      reason: 'refused',
      ticket: 'free' as const,
    };
    expect(await rejectAppointment(ctx, rejection)).toEqual({ changed: true });
    expect(await rejectAppointment(ctx, rejection)).toEqual({ changed: false });
    expect(await confirmAppointment(ctx, { facilityId: facility.facilityId, appointmentId: no.made.id })).toEqual({
      late: true,
    });
    expect(await ledger(session.sessionId)).toEqual({ booked: 1, free: 1 });
  });

  it('says so when it gave the ticket away', async () => {
    const session = await mintSession(db, facility, { capacity: 1 });
    const patient = await patientOf(session.sessionId);
    const ctx = testContext(db, { kind: 'his', facilityId: facility.facilityId });
    await loseTicket(ctx, { facilityId: facility.facilityId, appointmentId: patient.made.id, reason: 'taken' });
    const [ticket] = await db.orm.select().from(tickets).where(eq(tickets.sessionId, session.sessionId));
    expect(ticket).toMatchObject({ status: 'booked', takenBy: 'hospital' });
    expect(
      (await db.orm.select().from(notices).where(eq(notices.residentId, patient.residentId))).map((n) => n.kind),
    ).toContain('ticket-lost');
  });
});

describe('the desk', () => {
  beforeAll(async () => {
    facility = await mintFacility(db);
  });

  it('checks a patient in on the day only, once', async () => {
    const today = await mintSession(db, facility, {
      startsAt: new Date(Date.now() + 60_000),
      endsAt: new Date(Date.now() + 3_600_000),
    });
    const patient = await patientOf(today.sessionId);
    const desk = testContext(db, staffActor(facility.facilityId, 'desk'));
    const wish = { facilityId: facility.facilityId, appointmentId: patient.made.id };
    expect(await checkIn(desk, wish)).toEqual({ status: 'arrived' });
    expect(await checkIn(desk, wish)).toEqual({ status: 'arrived' });
    expect(await ledger(today.sessionId)).toMatchObject({ used: 1 });
    const tomorrow = await patientOf(
      (await mintSession(db, facility, { startsAt: new Date(Date.now() + 3 * 86_400_000) })).sessionId,
    );
    await expect(checkIn(desk, { facilityId: facility.facilityId, appointmentId: tomorrow.made.id })).rejects.toThrow(
      'not-today',
    );
    await expect(checkIn(testContext(db, staffActor('Xelse', 'desk')), wish)).rejects.toThrow('appointment-not-found');
  });

  it('adds extra numbers up to the cap, even when the session is full', async () => {
    const session = await mintSession(db, facility, { capacity: 1 });
    await patientOf(session.sessionId);
    const doctor = testContext(db, staffActor(facility.facilityId, 'doctor'));
    const add = (n: number) => {
      const first17 = `51990019900101${String(n).padStart(3, '0')}`;
      const residentIdNumber = first17 + idCheckCharacter(first17);
      return addExtra(doctor, {
        key: key(),
        sessionId: session.sessionId,
        residentName: '加号病人',
        residentIdNumber,
        reason: '复诊患者',
      });
    };
    for (const n of [1, 2, 3]) await add(n);
    await expect(add(4)).rejects.toThrow('extra-limit');
    expect(await ledger(session.sessionId)).toEqual({ booked: 4 });
    const [row] = await db.orm.select().from(sessions).where(eq(sessions.id, session.sessionId));
    expect(row?.released).toBe(4);
  });
});
