import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '#db/client.ts';
import { type MintedFacility, type MintedSession, mintFacility, mintSession } from '#db/testing/mint.ts';
import { type OwnPostgres, startOwnPostgres } from '#db/testing/own-postgres.ts';
import { hashSid } from '../access/start-session.ts';
import { type ApiProcess, cookieOf, newSecret, startApiProcess } from './testing/api-process.ts';

type Person = { residentId: string; cookie: string };
type Answer = { status: number; body: { result?: { data: { id: string; ticketNumber: number } }; error?: Refusal } };
type Refusal = { data: { fault: { code: string; rule: string } | null } };

const secret = newSecret();
let server: OwnPostgres;
let db: Database;
let facility: MintedFacility;
let apis: [ApiProcess, ApiProcess];

/** Signed-in residents, each with an account of their own. */
async function mintPeople(count: number): Promise<Person[]> {
  const people = Array.from({ length: count }, () => ({ residentId: randomUUID(), sid: randomUUID() }));
  const ids = people.map((one) => one.residentId);
  const hashes = people.map((one) => hashSid(one.sid));
  await db.pool.query(
    `with people as (
       insert into residents (id, name, sex, birth_date) select id, '测试', 'male', '1980-01-01' from unnest($1::uuid[]) id
     ), holders as (
       insert into accounts (id, kind, display_name, resident_id) select id, 'resident', '测试', id from unnest($1::uuid[]) id
     ) insert into sign_in_sessions (sid_hash, account_id, expires_at)
       select hash, id, now() + interval '1 hour' from unnest($1::uuid[], $2::text[]) as x (id, hash)`,
    [ids, hashes],
  );
  return Promise.all(people.map(async ({ residentId, sid }) => ({ residentId, cookie: await cookieOf(sid, secret) })));
}

async function askFor(api: ApiProcess, person: Person, session: MintedSession, key: string): Promise<Answer> {
  const { facilityId, sessionId } = session;
  const answer = await fetch(`${api.url}/api/trpc/booking.book`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: person.cookie },
    body: JSON.stringify({ key, facilityId, sessionId, residentId: person.residentId }),
  });
  return { status: answer.status, body: (await answer.json()) as Answer['body'] };
}

const keyOf = (person: Person) => person.residentId.replaceAll('-', '');
const count = async (text: string, values: unknown[]): Promise<number> =>
  (await db.pool.query(`select count(*) as n from ${text}`, values)).rows[0].n;

beforeAll(async () => {
  server = await startOwnPostgres();
  db = openDatabase({ url: server.url, name: 'kill-api' });
  facility = await mintFacility(db);
});
afterAll(async () => {
  await db?.pool.end();
  await server?.stop();
});

describe('two api processes on one database', () => {
  beforeEach(async () => {
    apis = await Promise.all([startApiProcess(server.url, secret), startApiProcess(server.url, secret)]);
  });
  afterEach(async () => {
    await Promise.all((apis ?? []).map((api) => api.stop()));
  });

  it('one key sent 100 times at once over both makes one appointment and 100 equal answers', async () => {
    const session = await mintSession(db, facility, { capacity: 5 });
    const [person] = await mintPeople(1);
    const key = keyOf(person!);
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, i) => askFor(apis[i % 2 === 0 ? 0 : 1], person!, session, key)),
    );
    expect(answers[0]?.status).toBe(200);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await count('appointments where session_id = $1', [session.sessionId])).toBe(1);
    expect(await count(`tickets where session_id = $1 and status = 'booked'`, [session.sessionId])).toBe(1);
  }, 60_000);

  // after 25 answers tickets are still being sold; after 100 most that wait will be refused
  it.each([25, 100])(
    '500 ask for 50 tickets, one process is killed after %i answers: 50 appointments, 450 refusals',
    async (kill) => {
      const session = await mintSession(db, facility, { capacity: 50 });
      const people = await mintPeople(500);
      let answered = 0;
      let unanswered = 0;
      let killed: Promise<void> | undefined;
      const ask = async (person: Person, i: number): Promise<Answer> => {
        const first = apis[i % 2 === 0 ? 0 : 1];
        try {
          const answer = await askFor(first, person, session, keyOf(person));
          answered += 1;
          if (answered === kill) killed = apis[0].crash();
          return answer;
        } catch (error) {
          if (first !== apis[0]) throw error; // only the killed one may leave somebody without an answer
          unanswered += 1;
          return askFor(apis[1], person, session, keyOf(person));
        }
      };
      const answers = await Promise.all(people.map(ask));
      await killed;

      expect(unanswered).toBeGreaterThan(0); // else the kill came too late to hit anybody
      const booked = answers.flatMap(({ status, body }) => (status === 200 && body.result ? [body.result.data] : []));
      const refused = answers.filter(({ status }) => status === 422);
      expect([booked.length, refused.length]).toEqual([50, 450]);
      expect(new Set(refused.map(({ body }) => body.error?.data.fault?.rule))).toEqual(new Set(['full']));
      expect(new Set(booked.map((one) => one.ticketNumber)).size).toBe(50);
      expect(new Set(booked.map((one) => one.id)).size).toBe(50);

      const id = [session.sessionId];
      expect(await count(`appointments where session_id = $1 and status = 'booked'`, id)).toBe(50);
      expect(await count('resident_bookings where session_id = $1 and active = 1', id)).toBe(50);
      expect(await count(`audit_events where action = 'booking.book' and detail ->> 'sessionId' = $1`, id)).toBe(50);
      const orphans = `tickets t where t.session_id = $1 and t.status <> 'free' and not exists (select 1 from appointments a
      where a.facility_id = t.facility_id and a.session_id = t.session_id and a.ticket_number = t.number)`;
      expect(await count(orphans, id)).toBe(0);
    },
    120_000,
  );
});
