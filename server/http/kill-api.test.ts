import { randomUUID } from 'node:crypto';
import { type AddressInfo, connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
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

/** Asks as the site does: an answer that says "too busy, try again shortly" is asked again with the same key. */
async function askFor(...request: Parameters<typeof askOnce>): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await askOnce(...request);
    if (![429, 503].includes(answer.status) || attempt === 20) return answer;
    await pause(Math.random() * 400 * attempt); // apart from one another, or all come back at once
  }
}

async function askOnce(api: ApiProcess, person: Person, session: MintedSession, key: string): Promise<Answer> {
  const { facilityId, sessionId } = session;
  const answer = await fetch(`${api.url}/api/trpc/booking.book`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: person.cookie },
    body: JSON.stringify({ key, facilityId, sessionId, residentId: person.residentId }),
  });
  return { status: answer.status, body: (await answer.json()) as Answer['body'] };
}

/** A way to the database on which no word of a commit ever comes back. */
async function deafTo(databaseUrl: string): Promise<{ url: string; close: () => void }> {
  const url = new URL(databaseUrl);
  const { port, hostname } = url;
  const proxy = createServer((near) => {
    const far = connect(Number(port), hostname);
    let mute = false;
    near.on('data', (bytes) => far.write(bytes));
    far.on('data', (bytes) => {
      mute ||= bytes.includes('COMMIT');
      if (!mute) near.write(bytes);
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const)
      one.on('error', () => {}).on('close', () => other.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  url.host = `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  return { url: url.href, close: () => proxy.close() };
}

const keyOf = (person: Person) => person.residentId.replaceAll('-', '');
/** How many got which answer. */
function outcomesOf(answers: Answer[]): Record<string, number> {
  const outcomes: Record<string, number> = {};
  for (const { status, body } of answers) {
    const word = [status, body.error?.data.fault?.rule].filter(Boolean).join(' ');
    outcomes[word] = (outcomes[word] ?? 0) + 1;
  }
  return outcomes;
}
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

  // at the first answer, and among the tickets; once they are sold all who wait are told within the same moment
  it.each([1, 25])(
    '500 ask for 50 tickets, one process is killed at answer %i: 50 appointments, 450 refusals',
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
      expect(outcomesOf(answers)).toEqual({ '200': 50, '422 full': 450 });
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

  it('a booking that was committed but never answered is found again at the other process', async () => {
    const session = await mintSession(db, facility, { capacity: 20 });
    const people = await mintPeople(1);
    const made = () => count('appointments where session_id = $1', [session.sessionId]);
    const deaf = await deafTo(server.url);
    const hit = await startApiProcess(deaf.url, secret);
    const lost = Promise.allSettled(people.map((person) => askFor(hit, person, session, keyOf(person))));
    while ((await made()) < people.length) await pause(20);
    await hit.crash();
    deaf.close();
    expect((await lost).map(({ status }) => status)).toEqual(people.map(() => 'rejected'));

    const answers = await Promise.all(people.map((person) => askFor(apis[1], person, session, keyOf(person))));
    expect(answers.map(({ status }) => status)).toEqual(people.map(() => 200));
    expect(new Set(answers.map(({ body }) => body.result?.data.ticketNumber)).size).toBe(people.length);
    expect(await made()).toBe(people.length);
  }, 60_000);
});
