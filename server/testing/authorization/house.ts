import { randomUUID } from 'node:crypto';
import { mintFacility, mintResident, mintSession } from '#db/testing/mint.ts';
import type { TestDatabase } from '#db/testing/test-database.ts';
import { addDays, regionInstant } from '../../kernel/clock.ts';
import type { Actor, StaffRole } from '../../kernel/context.ts';
import { createSealing } from '../../kernel/sealing.ts';
import { drawReviews } from './draw-reviews.ts';
import { askQuestions, raiseDoubts } from './questions.ts';
import { plannersOf, servePlanning } from './serve-planning.ts';
import { areaStaffOf, settleAreas } from './settle-areas.ts';
import { signEverybodyIn } from './sign-everybody-in.ts';
import {
  ago,
  canary,
  type Facilities,
  hours,
  now,
  type Of,
  type Person,
  type Place,
  places,
  type Staff,
  secret,
  today,
} from './stage.ts';
import { writeCharts } from './write-charts.ts';

/** Who calls, and what ids there are to call with. Plain values, so that another process may be told. */
export type House = {
  url: string;
  actors: Record<string, Actor>;
  people: Record<string, Person>;
  ids: Record<string, string>;
  /** What the browser of each would send. */
  cookies: Record<string, string>;
};

/**
 * People with a canary in everything that may be known of them, and everybody who might ask: with each relationship
 * there is, with one that is over, and with none.
 */
export async function buildHouse(db: TestDatabase): Promise<House> {
  const minted = async (name: Place) => [name, await mintFacility(db, { name: `机构${name}` })] as const;
  const facilities = Object.fromEntries(await Promise.all(places.map(minted))) as Facilities;
  const idOf = (place: Place) => facilities[place].facilityId;
  const birth = { P: '1970-01-01', P2: '1950-01-01', C: '2018-05-05', T: '2011-05-05', U: '2007-05-05' };
  const people: Record<string, Person> = {};
  for (const name of ['P', 'P2', 'C', 'T', 'U', 'kin', 'guardian', 'stranger']) {
    const { residentId, accountId } = await mintResident(db, canary(name, 'name'));
    people[name] = { residentId, accountId, entries: [] };
    const born = birth[name as 'P'];
    if (born) await db.pool.query('update residents set birth_date = $2 where id = $1', [residentId, born]);
  }
  const of = (name: string) => people[name]?.residentId ?? '';
  await writeCharts(db, people, idOf);
  const worker = (place: Place, role: StaffRole, name = '员工') =>
    ({ kind: 'staff', accountId: randomUUID(), facilityId: idOf(place), roles: [role], name }) satisfies Actor;
  const staff = {
    ...{
      doctorOwn: worker('own', 'doctor'),
      blocked: worker('own', 'doctor'),
      blockedByName: worker('own', 'doctor', '唐·拒'),
    },
    ...{
      doctorOther: worker('other', 'doctor'),
      doctorThird: worker('third', 'doctor'),
      doctorShut: worker('shut', 'doctor'),
    },
    ...{
      glass: worker('third', 'doctor'),
      glassOver: worker('third', 'doctor'),
      doctorLately: worker('lately', 'doctor'),
    },
    ...{ shared: worker('shared', 'doctor'), sharedEnded: worker('shared', 'doctor') },
    ...{
      deskOwn: worker('own', 'desk'),
      schedulerOwn: worker('own', 'scheduler'),
      managerOwn: worker('own', 'manager'),
    },
    ...{ officerOwn: worker('own', 'privacy_officer'), officerOther: worker('other', 'privacy_officer') },
    ...{ editor: worker('own', 'guide_editor'), ...plannersOf(worker), ...areaStaffOf(worker) },
  };
  const resident = (name: string) =>
    ({ kind: 'resident', accountId: people[name]?.accountId ?? '', residentId: of(name), name }) satisfies Actor;
  const official = (place: Place) => {
    const { regionCode, regionPath } = facilities[place];
    return {
      kind: 'official',
      accountId: randomUUID(),
      name: '官员',
      level: 3,
      regionCode,
      regionPath,
    } satisfies Actor;
  };
  const actors: Record<string, Actor> = {
    ...staff,
    ...{ self: resident('P'), kin: resident('kin'), guardian: resident('guardian'), stranger: resident('stranger') },
    unregistered: { kind: 'resident', accountId: randomUUID(), residentId: null, name: '' },
    ...{ officialOwn: official('own'), officialOther: official('other') },
    ...{ anonymous: { kind: 'anonymous' }, hospital: { kind: 'his', facilityId: idOf('own') } },
  };
  await linkFamilies(db, of);
  await bookVisits(db, facilities, of('P'), people.P?.accountId ?? '');
  await decide(db, people, staff, idOf);
  await servePlanning(db, of('P'), facilities);
  await settleAreas(db, of, facilities);
  const ids = await fillDesks(db, of, staff, facilities);
  return { url: db.url, actors, people, ids, cookies: await signEverybodyIn(db, actors) };
}

/** What waits for people to look at: questions, patients of whom nobody is sure, reviews. */
async function fillDesks(db: TestDatabase, of: Of, staff: Staff, facilities: Facilities) {
  const asked = await askQuestions(db, of, staff, facilities);
  return { ...asked, ...(await raiseDoubts(db, facilities)), ...(await drawReviews(db, of('P'), facilities)) };
}

async function linkFamilies(db: TestDatabase, of: Of): Promise<void> {
  const link = (holder: string, member: string, relation: string, proof: string, ended = false) =>
    db.pool.query(
      `insert into family_links (resident_id, member_id, relation, proof, ended_at) values ($1, $2, $3, $4, $5)`,
      [of(holder), of(member), relation, proof, ended ? now : null],
    );
  await link('kin', 'P', 'parent', 'phone_code');
  await link('kin', 'P2', 'parent', 'phone_code');
  await link('stranger', 'P', 'parent', 'phone_code', true);
  for (const child of ['C', 'T', 'U']) await link('guardian', child, 'child', 'guardian_declaration');
}

/** Today where it counts, tomorrow elsewhere, and one that was cancelled. */
async function bookVisits(db: TestDatabase, facilities: Facilities, residentId: string, accountId: string) {
  const visits = [
    ...[['own', today, 'booked'] as const, ['shut', today, 'arrived'] as const],
    ...[['other', addDays(today, 1), 'booked'] as const, ['third', today, 'cancelled'] as const],
  ];
  for (const [seat, [place, date, status]] of visits.entries()) {
    const startsAt = regionInstant(date, '09:00');
    const { facilityId, departmentId } = facilities[place];
    const { sessionId } = await mintSession(db, facilities[place], { startsAt });
    const id = randomUUID();
    await db.pool.query(
      `insert into appointments (facility_id, id, session_id, ticket_number, resident_id, account_id, channel, status, code, fee_fen, cancel_by)
       values ($1, $2, $3, 1, $4, $5, 'web', $6, $7, 0, $8)`,
      [facilityId, id, sessionId, residentId, accountId, status, `CODE${seat}23`, startsAt],
    );
    await db.pool.query(
      `insert into resident_bookings (resident_id, appointment_id, facility_id, session_id, department_id, doctor_key, date,
         window_start, window_end, active, day_seat, open_seat) values ($1, $2, $3, $4, $5, '-', $6, $7, $7, $8, $9, $9)`,
      [residentId, id, facilityId, sessionId, departmentId, date, startsAt, status === 'cancelled' ? 0 : 1, seat + 1],
    );
  }
}

/** What people said, whom they keep out, emergencies and codes, in force and over. */
async function decide(db: TestDatabase, people: Record<string, Person>, staff: Staff, idOf: (place: Place) => string) {
  const P = people.P?.residentId ?? '';
  const say = (residentId: string, purpose: string, topic: string, given: boolean, at = ago(5)) =>
    db.pool.query(
      `insert into consents (resident_id, id, purpose, topic, given, text_version, at, account_id) values ($1, $2, $3, $4, $5, 1, $6, $2)`,
      [residentId, randomUUID(), purpose, topic, given, at],
    );
  await say(P, 'treatment', 'sexual_health', true);
  await say(P, 'treatment', 'mental_health', true, ago(9));
  await say(P, 'treatment', 'mental_health', false, ago(8));
  await say(P, 'family', 'family_planning', true);
  await say(people.P2?.residentId ?? '', 'family', 'general', false);
  const deny = (
    kind: string,
    subject: string,
    rest: Partial<Record<'entry' | 'facility' | 'worker' | 'name', string>>,
  ) =>
    db.pool.query(
      `insert into denials (resident_id, id, kind, subject, entry_id, facility_id, worker_id, worker_name, created_at, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $2)`,
      [
        ...[P, randomUUID(), kind, subject, rest.entry ?? null, rest.facility ?? null, rest.worker ?? null],
        ...[rest.name ?? null, now],
      ],
    );
  for (const entry of people.P?.entries ?? [])
    if (/denied-(own|other|visit)$/.test(entry.title) && !entry.title.includes('in-'))
      await deny('entry', entry.id, { entry: entry.id });
  await deny('facility', idOf('shut'), { facility: idOf('shut') });
  await deny('worker', staff.blocked.accountId, { worker: staff.blocked.accountId, facility: idOf('own') });
  await deny('worker', 'by name', { facility: idOf('own'), name: '唐拒' });
  await deny('worker', 'elsewhere', { facility: idOf('third'), name: canary('P', 'denial') });
  for (const [who, until] of [[staff.glass, hours(2)] as const, [staff.glassOver, hours(-1)] as const])
    await db.pool.query(
      `insert into glass_openings (resident_id, id, account_id, actor_name, facility_id, cause, reason, opened_at, until)
       values ($1, $2, $3, '', $4, 'life', '', $5, $6)`,
      [P, randomUUID(), who.accountId, idOf('third'), ago(0.2), until],
    );
  for (const [who, ended] of [[staff.shared, null] as const, [staff.sharedEnded, now] as const]) {
    const code = randomUUID();
    const hash = createSealing(secret).hash('share-code', ended ? 'ENDED234' : 'SHARE234');
    await db.pool.query(
      'insert into share_codes (resident_id, id, code_hash, created_at, until, ended_at) values ($1, $2, $3, $4, $5, $6)',
      [P, code, hash, ago(0.1), hours(5), ended],
    );
    await db.pool.query(
      'insert into share_uses (resident_id, code_id, account_id, facility_id, used_at) values ($1, $2, $3, $4, $5)',
      [P, code, who.accountId, idOf('shared'), ago(0.05)],
    );
  }
}
