import { setTimeout as pause } from 'node:timers/promises';
import { findDrift } from '../../ledger/find-drift.ts';
import type { Caller, Clinic, StormStand } from './storm-stand.ts';

export type PartName = keyof StormStand['parts'];
export type Recovery = { part: PartName; ms: number };
export type Storm = {
  acknowledged: number;
  /** Requests that broke or were told to come again, and were repeated with the same key. */
  repeated: number;
  /** Acknowledged bookings that are not there. */
  lost: number;
  /** Numbers with two active appointments, and people with two for one key. */
  doubles: number;
  /** Sessions that do not add up, and appointments without their seat, audit row or message. */
  drift: number;
  recoveries: Recovery[];
};

const clerks = 16;
/** Between two kills at least so many bookings are acknowledged. */
const between = 25;

/**
 * People book without pause over two api processes while the parts in `kills` are killed one after the other, each as
 * soon as bookings flow again. Everybody asks until there is an answer; then what was acknowledged is counted.
 */
export async function runStorm(stand: StormStand, kills: PartName[], note: (text: string) => void): Promise<Storm> {
  const booked: { id: string; residentId: string }[] = [];
  const left = [...stand.callers];
  let [over, repeated] = [false, 0];
  const clerk = async () => {
    while (!over) {
      const caller = left.pop();
      const clinic = stand.clinics[left.length % stand.clinics.length];
      if (!caller || !clinic) throw new Error('everybody has booked before the storm was over');
      const { id, tries } = await bookUntilAnswered(stand, caller, clinic);
      booked.push({ id, residentId: caller.residentId });
      repeated += tries - 1;
    }
  };
  const work = Promise.all(Array.from({ length: clerks }, clerk));
  const recoveries: Recovery[] = [];
  const flows = async () => {
    const before = booked.length;
    while (booked.length < before + between) await Promise.race([pause(5), work]);
  };
  for (const part of kills) {
    await flows();
    await stand.parts[part]();
    const ms = await timeOf(() => serves(stand, part, () => booked.length));
    recoveries.push({ part, ms });
    note(`  ${part} killed, back at work after ${Math.round(ms)} ms, ${booked.length} bookings acknowledged`);
  }
  await flows();
  over = true;
  await work;
  return { acknowledged: booked.length, repeated, recoveries, ...(await countFaults(stand, booked)) };
}

async function timeOf(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** The part does again what it is there for: bookings are acknowledged, jobs are done. */
async function serves({ db }: StormStand, part: PartName, bookings: () => number): Promise<void> {
  const done = part === 'worker' ? () => messagesSent(db) : async () => bookings();
  const before = await done();
  while ((await done()) === before) await pause(5);
}

async function messagesSent({ pool }: StormStand['db']): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(`select count(*) as n from notices where sms_state <> 'queued'`);
  return rows[0]?.n ?? 0;
}

/** Asks as the site does: without an answer, or told to come again, the same request goes to either process. */
async function bookUntilAnswered({ apis }: StormStand, caller: Caller, clinic: Clinic) {
  const { key, residentId, cookie } = caller;
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ key, residentId, facilityId: clinic.facilityId, sessionId: clinic.sessionId }),
  };
  for (let tries = 1; ; tries += 1) {
    const api = apis[tries % 2 === 0 ? 0 : 1];
    const answer = await fetch(`${api.url}/api/trpc/booking.book`, request).then(readAnswer, () => null);
    if (answer?.status === 200) return { id: answer.id, tries };
    if (answer && ![429, 500, 503].includes(answer.status)) throw new Error(`refused: ${answer.status} ${answer.text}`);
    await pause(20);
  }
}

async function readAnswer(answer: Response): Promise<{ status: number; text: string; id: string } | null> {
  const text = await answer.text().catch(() => null);
  if (text === null) return null; // the process died in the middle of its answer
  return { status: answer.status, text, id: answer.status === 200 ? JSON.parse(text).result.data.id : '' };
}

async function countFaults({ db, clinics }: StormStand, booked: { id: string; residentId: string }[]) {
  const count = async (text: string, values: unknown[] = []): Promise<number> =>
    (await db.pool.query<{ n: number }>(`select count(*) as n from ${text}`, values)).rows[0]?.n ?? 0;
  const ids = booked.map((one) => one.id);
  const lost = await count(
    `unnest($1::uuid[], $2::uuid[]) as b (id, resident) where not exists (
       select 1 from appointments a where a.id = b.id and a.resident_id = b.resident and a.status = 'booked')`,
    [ids, booked.map((one) => one.residentId)],
  );
  const active = `select session_id, ticket_number, resident_id from appointments where status not in ('cancelled', 'rejected')`;
  const doubles =
    (await count(`(select 1 from (${active}) a group by session_id, ticket_number having count(*) > 1) d`)) +
    (await count(`(select 1 from (${active}) a group by resident_id having count(*) > 1) d`));
  const bare = await count(`appointments a where
    not exists (select 1 from resident_bookings b where b.resident_id = a.resident_id and b.appointment_id = a.id and b.active = 1)
    or (select count(*) from audit_events e where e.facility_id = a.facility_id and e.subject_id = a.id::text) <> 1
    or (select count(*) from notices n where n.resident_id = a.resident_id) <> 1`);
  const facilityIds = [...new Set(clinics.map((one) => one.facilityId))];
  const tallies = await findDrift(db.pool, { facilityIds, from: '2000-01-01' });
  const drifting = tallies.reduce((sum, tally) => sum + tally.drifts.length, 0);
  return { lost, doubles, drift: bare + drifting };
}
