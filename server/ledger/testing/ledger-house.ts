import { randomUUID } from 'node:crypto';
import { type MintedFacility, type MintedSession, mintFacility, mintResident } from '#db/testing/mint.ts';
import type { TestDatabase } from '#db/testing/test-database.ts';
import { addExtra } from '../../booking/add-extra.ts';
import { book } from '../../booking/book.ts';
import { reschedule } from '../../booking/reschedule.ts';
import { newKey } from '../../booking/testing/booking-house.ts';
import type { ContextOf, StaffRole } from '../../kernel/context.ts';
import { idCheckCharacter } from '../../kernel/national-id.ts';
import { residentActor, staffActor, systemActor, testContext } from '../../kernel/test-context.ts';
import { checkLedgers } from '../check-ledgers.ts';

const first17 = '51999919900101123';
type Area = Pick<MintedFacility, 'regionCode' | 'regionPath'>;

/** A hospital of its own for each test, so that what one breaks the next does not find. */
export async function ledgerHouse(db: TestDatabase) {
  const facility = await mintFacility(db);
  const { facilityId } = facility;
  const officialOf = ({ regionCode, regionPath }: Area): ContextOf<'official'> =>
    testContext(db, {
      ...{ kind: 'official' as const, accountId: randomUUID(), level: 3, name: '试' },
      ...{ regionCode, regionPath },
    });
  return {
    ...{ facility, facilityId, officialOf },
    check: () => checkLedgers(testContext(db, systemActor('ledger-check'))),
    official: () => officialOf(facility),
    staff: (...roles: StaffRole[]) => testContext(db, staffActor(facilityId, ...roles)),
    staffAt: (elsewhere: string, ...roles: StaffRole[]) => testContext(db, staffActor(elsewhere, ...roles)),
    async bookOne({ sessionId }: Pick<MintedSession, 'sessionId'>) {
      const minted = await mintResident(db);
      const ctx = testContext(db, residentActor(minted));
      const { residentId } = minted;
      return { ctx, residentId, made: await book(ctx, { key: newKey(), facilityId, sessionId, residentId }) };
    },
    /** 加号 for somebody at the desk. */
    extraIn({ sessionId }: MintedSession) {
      const ctx = testContext(db, staffActor(facilityId, 'manager'));
      const residentIdNumber = first17 + idCheckCharacter(first17);
      return addExtra(ctx, { key: newKey(), sessionId, residentName: '王小明', reason: '复查', residentIdNumber });
    },
    /** The path for one booking, where `book` goes by the batch. */
    moveTo: ({ sessionId }: MintedSession, ctx: ContextOf<'resident'>, old: { id: string }) =>
      reschedule(ctx, { key: newKey(), fromFacilityId: facilityId, appointmentId: old.id, facilityId, sessionId }),
    /** Tickets of a session by status. */
    async numbersOf({ sessionId }: MintedSession): Promise<Record<string, number>> {
      const text = 'select status, count(*) as n from tickets where session_id = $1 group by status';
      const { rows } = await db.pool.query<{ status: string; n: number }>(text, [sessionId]);
      return Object.fromEntries(rows.map((row) => [row.status, row.n]));
    },
    async statusOf({ sessionId }: MintedSession): Promise<string | undefined> {
      const { rows } = await db.pool.query<{ status: string }>('select status from sessions where id = $1', [
        sessionId,
      ]);
      return rows[0]?.status;
    },
  };
}
export type LedgerHouse = Awaited<ReturnType<typeof ledgerHouse>>;
