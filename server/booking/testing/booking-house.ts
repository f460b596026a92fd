import { randomUUID } from 'node:crypto';
import { type MintedFacility, mintFacility, mintResident } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import type { StaffRole } from '../../kernel/context.ts';
import { residentActor, staffActor, testContext } from '../../kernel/test-context.ts';
import { book } from '../book.ts';

export const newKey = () => randomUUID().replaceAll('-', '');

/** A test file's own database and hospital, with patients who have booked there. */
export async function bookingHouse() {
  const db: TestDatabase = await openTestDatabase();
  const facility: MintedFacility = await mintFacility(db);
  const { facilityId } = facility;
  return {
    ...{ db, facility, facilityId },
    async patientOf(sessionId: string) {
      const minted = await mintResident(db);
      const ctx = testContext(db, residentActor(minted));
      const made = await book(ctx, { key: newKey(), facilityId, sessionId, residentId: minted.residentId });
      return { ...minted, ctx, made };
    },
    staff: (...roles: StaffRole[]) => testContext(db, staffActor(facilityId, ...roles)),
    /** Tickets of a session by status. */
    async ledger(sessionId: string): Promise<Record<string, number>> {
      const text = 'select status, count(*) as n from tickets where session_id = $1 group by status';
      const { rows } = await db.pool.query<{ status: string; n: number }>(text, [sessionId]);
      return Object.fromEntries(rows.map((row) => [row.status, row.n]));
    },
  };
}
export type BookingHouse = Awaited<ReturnType<typeof bookingHouse>>;
