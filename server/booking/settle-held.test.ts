import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notices } from '#db/schema/notices.ts';
import { tickets } from '#db/schema/schedules.ts';
import { mintSession } from '#db/testing/mint.ts';
import type { TestDatabase } from '#db/testing/test-database.ts';
import { testContext } from '../kernel/test-context.ts';
import { confirmAppointment, loseTicket, rejectAppointment } from './settle-held.ts';
import { type BookingHouse, bookingHouse } from './testing/booking-house.ts';

let db: TestDatabase;
let house: BookingHouse;
beforeAll(async () => {
  house = await bookingHouse();
  db = house.db;
});
afterAll(() => db.close());

describe('what the hospital decides', () => {
  it('confirms or rejects a held ticket, once', async () => {
    const session = await mintSession(db, house.facility, { capacity: 2 });
    const [yes, no] = [await house.patientOf(session.sessionId), await house.patientOf(session.sessionId)];
    await db.pool.query(`update appointments set status = 'held' where session_id = $1`, [session.sessionId]);
    await db.pool.query(`update tickets set status = 'held' where session_id = $1`, [session.sessionId]);
    const ctx = testContext(db, { kind: 'his', facilityId: house.facilityId });
    expect(await confirmAppointment(ctx, { facilityId: house.facilityId, appointmentId: yes.made.id })).toEqual({
      late: false,
    });
    expect(await confirmAppointment(ctx, { facilityId: house.facilityId, appointmentId: yes.made.id })).toEqual({
      late: false,
    });
    const rejection = {
      facilityId: house.facilityId,
      appointmentId: no.made.id,
      reason: 'refused',
      ticket: 'free' as const,
    };
    expect(await rejectAppointment(ctx, rejection)).toEqual({ changed: true });
    expect(await rejectAppointment(ctx, rejection)).toEqual({ changed: false });
    expect(await confirmAppointment(ctx, { facilityId: house.facilityId, appointmentId: no.made.id })).toEqual({
      late: true,
    });
    expect(await house.ledger(session.sessionId)).toEqual({ booked: 1, quarantined: 1 });
  });

  it('says so when it gave the ticket away', async () => {
    const session = await mintSession(db, house.facility, { capacity: 1 });
    const patient = await house.patientOf(session.sessionId);
    const ctx = testContext(db, { kind: 'his', facilityId: house.facilityId });
    await loseTicket(ctx, { facilityId: house.facilityId, appointmentId: patient.made.id, reason: 'taken' });
    const [ticket] = await db.orm.select().from(tickets).where(eq(tickets.sessionId, session.sessionId));
    expect(ticket).toMatchObject({ status: 'booked', takenBy: 'hospital' });
    expect(
      (await db.orm.select().from(notices).where(eq(notices.residentId, patient.residentId))).map((n) => n.kind),
    ).toContain('ticket-lost');
  });
});
