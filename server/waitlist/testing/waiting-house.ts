import { randomUUID } from 'node:crypto';
import { type MintedSession, mintFacility, mintResident, mintSession, type SessionWishes } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { book } from '../../booking/book.ts';
import { cancel } from '../../booking/cancel.ts';
import { type Context, systemContext } from '../../kernel/context.ts';
import { systemIds } from '../../kernel/ids.ts';
import { residentActor, testContext } from '../../kernel/test-context.ts';
import { findDrift } from '../../ledger/find-drift.ts';
import { tickWaitlists } from '../jobs.ts';
import { joinWaitlist } from '../join-waitlist.ts';
import { serveSession } from '../serve-session.ts';

/** A day whose hours the tests choose: a Wednesday ten days before the visits. */
export const visitDay = '2027-03-17';
export const at = (day: string, time: string) => new Date(`${day}T${time}:00+08:00`);
export const newKey = () => randomUUID().replaceAll('-', '');

/** A hospital with a clock of its own, whose full sessions people wait for. */
export async function waitingHouse() {
  const db = await openTestDatabase();
  const facility = await mintFacility(db);
  const { facilityId } = facility;
  let now = at('2027-03-10', '10:00');
  let chance = 0.5;
  const swapped: Partial<Context> = {
    clock: { now: () => now },
    ids: { ...systemIds, chance: () => chance },
  };
  const system = systemContext({ ...testContext(db, { kind: 'anonymous' }), ...swapped }, 'test');
  const person = async () => {
    const minted = await mintResident(db);
    return { ...minted, ctx: testContext(db, residentActor(minted), swapped) };
  };
  type Person = Awaited<ReturnType<typeof person>>;
  const house = {
    ...{ db, facility, facilityId, system, swapped, person },
    setClock: (to: Date) => {
      now = to;
    },
    setChance: (to: number) => {
      chance = to;
    },
    session: (wishes: SessionWishes = {}) =>
      mintSession(db, facility, {
        ...{ capacity: 1, startsAt: at(visitDay, '09:00'), releaseAt: at('2027-03-03', '08:00') },
        ...wishes,
      }),
    async patientOf(session: MintedSession, who?: Person) {
      const patient = who ?? (await person());
      const made = await book(patient.ctx, { ...session, key: newKey(), residentId: patient.residentId });
      return { ...patient, made };
    },
    /** A session of one number that somebody has. */
    async fullSession(wishes: SessionWishes = {}) {
      const session = await house.session(wishes);
      const holders = [];
      for (let i = 0; i < (wishes.capacity ?? 1); i += 1) holders.push(await house.patientOf(session));
      return { session, holders };
    },
    async waiterFor(session: MintedSession, who?: Person) {
      const patient = who ?? (await person());
      const wait = await joinWaitlist(patient.ctx, { ...session, residentId: patient.residentId });
      now = new Date(now.getTime() + 1000);
      return { ...patient, wait };
    },
    giveUp: (holder: Person & { made: { id: string } }) =>
      cancel(holder.ctx, { facilityId, appointmentId: holder.made.id, reason: '' }),
    serve: (session: MintedSession) => serveSession(system, session),
    tick: () => tickWaitlists(system),
    ...readingOf(db),
  };
  return house;
}

/** What tests look at. */
const readingOf = (db: TestDatabase) => ({
  /** Tickets by state; the ledger's own check finds nothing wrong with them. */
  async ledger({ facilityId, sessionId }: MintedSession): Promise<Record<string, number>> {
    const text = 'select status, count(*)::int as n from tickets where session_id = $1 group by status';
    const { rows } = await db.pool.query<{ status: string; n: number }>(text, [sessionId]);
    const tallies = await findDrift(db.pool, { facilityIds: [facilityId], from: '2027-01-01', sessionId });
    const [drift] = tallies.flatMap((tally) => tally.drifts);
    if (drift) throw new Error(`the ledger drifts: ${JSON.stringify(drift.findings)}`);
    return Object.fromEntries(rows.map((row) => [row.status, row.n]));
  },
  async stateOf(entryId: string): Promise<string> {
    const text = 'select state from waitlist_entries where id = $1';
    const { rows } = await db.pool.query<{ state: string }>(text, [entryId]);
    return rows[0]?.state ?? 'none';
  },
  async told(residentId: string): Promise<string[]> {
    const text = 'select kind from notices where resident_id = $1 order by created_at, id';
    const { rows } = await db.pool.query<{ kind: string }>(text, [residentId]);
    return rows.map((row) => row.kind);
  },
});
export type WaitingHouse = Awaited<ReturnType<typeof waitingHouse>>;
