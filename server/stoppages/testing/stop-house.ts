import { randomUUID } from 'node:crypto';
import { openDatabase } from '#db/client.ts';
import { type MintedFacility, type MintedSession, mintSession } from '#db/testing/mint.ts';
import type { TestDatabase } from '#db/testing/test-database.ts';
import { lockAppointment } from '../../booking/end-appointment.ts';
import { makeOffer } from '../../booking/make-offer.ts';
import { addDays, regionDay, regionInstant, weekdayOf } from '../../kernel/clock.ts';
import type { ContextOf, StaffRole } from '../../kernel/context.ts';
import { systemActor, testContext } from '../../kernel/test-context.ts';
import { transact } from '../../kernel/transaction.ts';
import { ledgerHouse } from '../../ledger/testing/ledger-house.ts';
import { appRouter } from '../../root.ts';
import { publishSessions } from '../../schedules/publish-sessions.ts';
import { createCaller } from '../../trpc.ts';
import { placePeople, type Which } from '../place-people.ts';

/** The clock of a worker that dies in the middle: readings after which its connections are cut. */
const cutAfter = 250;

/** A hospital of its own with clinics to stop, and the job run as often and as badly as a test wants. */
export async function stopHouse(db: TestDatabase) {
  const house = await ledgerHouse(db);
  const { facility, facilityId } = house;
  const today = regionDay(new Date());
  const as = (ctx: ContextOf<'staff'>) => createCaller(appRouter)(ctx);
  const job = testContext(db, systemActor('stoppages-place'));
  const morning = (days: number) => regionInstant(addDays(today, days), '09:00');
  const wish = () => ({
    ...{ id: randomUUID(), departmentId: facility.departmentId, from: addDays(today, 1), to: addDays(today, 7) },
    reason: '设备检修',
  });
  return {
    ...{ ...house, today, as, morning, wish },
    ...countsOf(db),
    ...plansOf(db, facility),
    runUntilKilled: (stoppageId: string) => runUntilKilled(db, { facilityId, stoppageId }),
    desk: (...roles: StaffRole[]) => as(house.staff(...roles)),
    span: ({ departmentId, from, to }: ReturnType<typeof wish>) => ({ departmentId, from, to }),
    /** `count` clinics of `capacity` numbers over the coming seven days. */
    week: (count: number, capacity: number) =>
      Promise.all(
        Array.from({ length: count }, (_, i) =>
          mintSession(db, facility, { capacity, startsAt: morning(1 + (i % 7)), windowMinutes: 60 }),
        ),
      ),
    /** Every number of these clinics is booked, by a person each. */
    async fill(sessions: MintedSession[]) {
      for (const session of sessions) {
        const { free = 0 } = await house.numbersOf(session);
        await Promise.all(Array.from({ length: free }, () => house.bookOne(session)));
      }
    },
    publicSession: (days: number) => mintSession(db, facility, { capacity: 1, startsAt: morning(days) }),
    run: (stoppageId: string) => placePeople(job, { facilityId, stoppageId }),
    /** Keeps another number for somebody who lost one. */
    offerAgain: (appointmentId: string) =>
      transact(db, async (tx) => makeOffer(tx, job, await lockAppointment(tx, facilityId, appointmentId))),
    async openAlerts(): Promise<number> {
      const text = 'select count(*) as n from ledger_alerts where facility_id = $1 and released_at is null';
      return (await db.pool.query<{ n: number }>(text, [facilityId])).rows[0]?.n ?? 0;
    },
  };
}

export type StopHouse = Awaited<ReturnType<typeof stopHouse>>;

/** A worker whose connections are cut in the middle of telling people. */
async function runUntilKilled(db: TestDatabase, which: Which): Promise<void> {
  const name = `dying-${which.stoppageId.slice(0, 8)}`;
  const dying = openDatabase({ url: db.url, name, max: 2 });
  const cut = () =>
    db.pool.query('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1', [name]);
  let read = 0;
  let cutting: Promise<unknown> | undefined;
  const now = () => {
    read += 1;
    if (read === cutAfter) cutting = cut();
    return new Date();
  };
  const ctx = testContext(db, systemActor('stoppages-place'), { db: dying, clock: { now } });
  const died = await placePeople(ctx, which).then(
    () => false,
    () => true,
  );
  await cutting;
  await dying.pool.end();
  if (!died) throw new Error('the worker was to die before everybody was told');
}

const countsOf = (db: TestDatabase) => ({
  async statuses(sessions: MintedSession[]): Promise<Record<string, number>> {
    const { rows } = await db.pool.query<{ status: string; n: number }>(
      'select status, count(*) as n from sessions where id = any($1::uuid[]) group by status',
      [sessions.map((s) => s.sessionId)],
    );
    return Object.fromEntries(rows.map((row) => [row.status, row.n]));
  },
  /** How many people of these clinics got the message, and the most that one person got. */
  async noticesOf(sessions: MintedSession[], kind: string) {
    const people = await db.pool.query<{ id: string }>(
      'select resident_id as id from appointments where session_id = any($1::uuid[])',
      [sessions.map((s) => s.sessionId)],
    );
    const { rows } = await db.pool.query<{ n: number }>(
      'select count(*) as n from notices where resident_id = any($1::uuid[]) and kind = $2 group by resident_id',
      [people.rows.map((row) => row.id), kind],
    );
    return { people: rows.length, most: Math.max(0, ...rows.map((row) => row.n)) };
  },
});

const plansOf = (db: TestDatabase, { facilityId, departmentId }: MintedFacility) => ({
  /** A weekly clinic of the department, the day after tomorrow. */
  async template(): Promise<{ id: string; day: string }> {
    const today = regionDay(new Date());
    const [id, day] = [randomUUID(), addDays(today, 2)];
    await db.pool.query(
      `insert into session_templates (facility_id, id, department_id, weekday, half_day, starts_at, ends_at, number_type,
         fee_fen, capacity, valid_from) values ($1, $2, $3, $4, 'am', '08:00', '12:00', 'ordinary', 1000, 4, $5)`,
      [facilityId, id, departmentId, weekdayOf(day), today],
    );
    return { id, day };
  },
  /** Lays out the weekly plans; the days on which a clinic of this one was published. */
  async publish(templateId: string): Promise<string[]> {
    await publishSessions(testContext(db, systemActor('schedules-publish')), facilityId);
    const { rows } = await db.pool.query<{ date: string }>(
      'select date from sessions where facility_id = $1 and template_id = $2 order by date',
      [facilityId, templateId],
    );
    return rows.map((row) => row.date);
  },
});
