import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { readDivisions, readHospitals } from './data-files.ts';
import { demoOfficials, demoStaff } from './demo-accounts.ts';
import { sampleVersion, seedGuideVisits } from './guide-visits.ts';
import { seedLedgerDrift } from './ledger-drift.ts';
import { seedRegion } from './main.ts';
import { seedPastClinics } from './past-clinics.ts';
import { seedPastMonths } from './past-months.ts';
import { demoSeed } from './testing.ts';

// the seed is for an empty database: on a shared server it would meet the rows of other test files
const shared = inject('testServer').shared;
let db: TestDatabase;
let client: pg.Client;
const rows = async <T extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
  (await client.query<T>(text, values)).rows;
const count = async (text: string) => Number((await rows<{ n: number }>(`select count(*) as n from ${text}`))[0]?.n);

beforeAll(async () => {
  if (shared) return;
  db = await openTestDatabase({ max: 2 });
  client = new pg.Client({ connectionString: db.url });
  await client.connect();
  await seedRegion(client, demoSeed());
});
afterAll(async () => {
  await client?.end();
  await db?.close();
});

describe.skipIf(shared)('the seeded region', () => {
  it('has all five levels of the province', async () => {
    const levels = await rows<{ level: number; n: number }>(
      'select level, count(*)::int as n from regions group by level order by level',
    );
    expect(levels.map((row) => row.n)).toEqual([1, 21, 183, 3111, 34412]);
  });

  it('joins each region to its parent by code and path', async () => {
    expect(await count('regions where level > 1 and parent_code is null')).toBe(0);
    const broken = `regions r left join regions p on p.code = r.parent_code
      where r.level > 1 and (p.level is distinct from r.level - 1 or r.path <> p.path || r.code || '/')`;
    expect(await count(broken)).toBe(0);
    const [village] = await rows<{ path: string; pinyin: string }>(
      "select path, pinyin from regions where code = '510121109219'",
    );
    expect(village).toEqual({
      path: '510000000000/510100000000/510121000000/510121109000/510121109219/',
      pinyin: 'jinhecuncunweihui',
    });
  });

  it('places provinces, cities and counties on the map', async () => {
    expect(await count('regions where level <= 3 and (lon not between 97 and 109 or lat not between 26 and 35)')).toBe(
      0,
    );
    expect(await count('regions where level <= 3 and lon is null')).toBe(0);
  });

  it('takes hospitals only from the sources that may be shipped', async () => {
    const facts = readHospitals();
    expect([facts.filter((h) => h.provincial).length, facts.filter((h) => !h.provincial).length]).toEqual([32, 499]);
    expect(await count("facilities where kind = 'hospital'")).toBe(32 + 499 + 20);
    expect(await count('facilities where provincial')).toBe(32);
    expect(await count("facilities where kind = 'hospital' and level >= 2 and sample and bookable")).toBe(551);
    const [first] = await rows<{ name: string; initials: string }>(
      "select name, initials from facilities where id = 'H0001'",
    );
    expect(first).toEqual({ name: '四川大学华西医院', initials: 'scdxhxyy' });
  });

  it('gives each township a centre and each village a clinic, both in the right area and organisation', async () => {
    expect(await count("facilities where kind = 'township_centre'")).toBe(3111);
    expect(await count("facilities where kind = 'village_clinic'")).toBe(34412);
    expect(
      await count(
        'facilities f left join regions r on r.code = f.region_code where f.region_path is distinct from r.path',
      ),
    ).toBe(0);
    const upward = `facilities f left join facilities u on u.id = f.reports_to
      where (f.kind = 'village_clinic' and u.kind is distinct from 'township_centre')
         or (f.kind = 'township_centre' and u.kind is distinct from 'hospital')
         or (f.kind = 'village_clinic' and f.region_path not like u.region_path || '%')`;
    expect(await count(upward)).toBe(0);
    const [three] = await rows<{ chain: string[] }>(
      `select array[v.name, t.name, h.name] as chain from facilities v join facilities t on t.id = v.reports_to
       join facilities h on h.id = t.reports_to where v.id = 'V510121109219'`,
    );
    expect(three?.chain).toEqual(['金河村卫生室', '三溪镇卫生院', '金堂县人民医院']);
  });

  it('leaves the plans of a connected hospital to its own system', async () => {
    expect(await count("his_endpoints where allow_private and auth_kind = 'bearer'")).toBe(32);
    expect(
      await count(
        'facilities f where provincial and (select count(*) from departments d where d.facility_id = f.id) < 4',
      ),
    ).toBe(0);
    expect(await count('session_templates t join his_endpoints e using (facility_id)')).toBe(0);
    expect(await count('practitioner_roles r join his_endpoints e using (facility_id)')).toBe(0);
    expect(await count("facilities where authority = 'confirmed'")).toBe(4);
  });

  it('publishes a week of every other hospital, each number a ticket of its own', async () => {
    expect(
      await count(`facilities f where kind = 'hospital' and not exists (select from his_endpoints e where e.facility_id = f.id)
      and not exists (select from sessions s where s.facility_id = f.id)`),
    ).toBe(0);
    expect(
      await count(
        'sessions s where released <> (select count(*) from tickets t where t.facility_id = s.facility_id and t.session_id = s.id)',
      ),
    ).toBe(0);
    expect(
      await count("sessions where date not between '2026-05-04' and '2026-05-10' or extract(isodow from date) = 7"),
    ).toBe(0);
    expect(
      await count(`sessions where half_day = 'am' and (starts_at at time zone 'Asia/Shanghai')::time <> '08:00'`),
    ).toBe(0);
    const outside = `tickets t join sessions s on s.facility_id = t.facility_id and s.id = t.session_id
      where t.window_start < s.starts_at or t.window_end > s.ends_at or t.window_end - t.window_start < '10 minutes'`;
    expect(await count(outside)).toBe(0);
    const tickets = await count('tickets');
    expect(tickets).toBeGreaterThan(100_000);
    expect(tickets).toBeLessThan(200_000);
  });

  it('spreads the release of numbers between 07:00 and 08:30', async () => {
    expect(await count("booking_rules where release_time between '07:00' and '08:30'")).toBe(552);
    expect(await count('(select distinct release_time from booking_rules) t')).toBeGreaterThan(10);
  });
});

describe.skipIf(shared)('the seeded people', () => {
  it('links families of existing people', async () => {
    const missing = `family_links l left join residents a on a.id = l.resident_id left join residents b on b.id = l.member_id
      where a.id is null or b.id is null or a.region_code <> b.region_code or a.id = b.id`;
    expect(await count(missing)).toBe(0);
    expect(await count('family_links')).toBeGreaterThan(250);
    const young = `family_links l join residents b on b.id = l.member_id
      where (b.birth_date > date '2008-05-04') <> (l.proof = 'guardian_declaration')`;
    expect(await count(young)).toBe(0);
  });

  it('makes sample accounts whose facilities and areas exist under the names they show', async () => {
    const names = await rows<{ login: string; facility: string | null; region: string | null }>(
      `select login, f.name as facility, r.name as region from accounts a left join facilities f on f.id = a.facility_id
       left join regions r on r.code = a.region_code where a.kind <> 'resident' order by login`,
    );
    const shown = new Map(names.map((row) => [row.login, row.facility ?? row.region ?? '']));
    for (const staff of demoStaff) expect(shown.get(staff.login)).toBe(staff.facility);
    for (const official of demoOfficials) expect(shown.get(official.login)).toContain(official.region);
    const levels = await rows<{ level: number }>(
      "select r.level from accounts a join regions r on r.code = a.region_code where a.kind = 'official' order by r.level",
    );
    expect(levels.map((row) => row.level)).toEqual([1, 2, 3, 4, 5]);
    const listed = await rows<{ kind: string }>('select kind from accounts order by sample_rank');
    expect(listed.map((row) => row.kind)).toEqual([
      ...Array(3).fill('resident'),
      ...Array(demoStaff.length).fill('staff'),
      ...Array(5).fill('official'),
    ]);
    const families = await rows<{ n: number }>(
      `select count(l.member_id)::int as n from accounts a left join family_links l on l.resident_id = a.resident_id
       where a.kind = 'resident' group by a.id order by n`,
    );
    expect(families.map((row) => row.n)).toEqual([2, 2, 3]);
  });
});

describe.skipIf(shared)('seeding again', () => {
  it('changes nothing', async () => {
    const tables = [
      'regions',
      'facilities',
      'departments',
      'sessions',
      'tickets',
      'residents',
      'family_links',
      'accounts',
      'his_endpoints',
    ];
    const state = () =>
      rows(
        tables
          .map((t) => `select '${t}' as t, count(*)::int as n, max(xmin::text::bigint) as last from ${t}`)
          .join(' union all ')
          .concat(' order by t'),
      );
    const before = await state();
    const outcome = await seedRegion(client, demoSeed());
    expect(outcome).toEqual({ region: 'present', residentsAdded: 0, connected: 32 });
    expect(await state()).toEqual(before);
  });

  it('connects more hospitals later: their own plans go, what is booked stays', async () => {
    const [booked] = await rows<{ id: string }>("select id from sessions where facility_id = 'H0033' limit 1");
    await client.query(
      `insert into appointments (facility_id, id, session_id, ticket_number, resident_id, account_id, channel, status, code, fee_fen, cancel_by)
       select 'H0033', gen_random_uuid(), $1, 1, id, 'desk', 'desk', 'booked', 'KEEP3467', 600, now() from residents limit 1`,
      [booked?.id],
    );
    const outcome = await seedRegion(client, demoSeed({ his: 40 }));
    expect(outcome.connected).toBe(40);
    const kept = await rows<{ id: string }>("select id from sessions where facility_id between 'H0033' and 'H0040'");
    expect(kept).toEqual([{ id: booked?.id }]);
    expect(await count("session_templates where facility_id between 'H0033' and 'H0040'")).toBe(0);
  });

  it('adds residents up to the number asked for', async () => {
    const outcome = await seedRegion(client, demoSeed({ residents: 900, his: 40 }));
    expect(outcome.residentsAdded).toBeGreaterThan(280);
    expect(await count('residents where sample')).toBe(900);
    const numbers = (await rows<{ id_sealed: string }>('select id_sealed from residents')).map((row) =>
      row.id_sealed.slice(7),
    );
    expect(new Set(numbers).size).toBe(900);
    const counties = new Set(readDivisions().map((d) => d.code.slice(0, 3)));
    for (const number of numbers) {
      expect(number).toMatch(/^519\d{14}[\dX]$/);
      expect(remainderOf(number)).toBe(1);
    }
    expect(counties.has('519')).toBe(false);
  });
});

describe.skipIf(shared)('visits after the guide’s advice', () => {
  it('are past, labelled, keep the ledger, and come once', async () => {
    const today = '2026-05-04';
    const made = await seedGuideVisits(client, today);
    expect(made).toBeGreaterThan(1000);
    expect(await seedGuideVisits(client, today)).toBe(0);
    expect(await count(`triage_answers where rules_version <> '${sampleVersion}'`)).toBe(0);
    const visits = `triage_answers t join appointments a on a.facility_id = t.facility_id and a.id = t.appointment_id
      join sessions s on s.facility_id = a.facility_id and s.id = a.session_id`;
    expect(await count(visits)).toBe(made);
    expect(await count(`${visits} where s.date > date '2026-05-04' - 8 or s.date < date '2026-05-04' - 200`)).toBe(0);
    expect(await count(`${visits} join his_endpoints h on h.facility_id = a.facility_id`)).toBe(0);
    expect(await count(`${visits} where a.facility_id = 'H0053'`)).toBeGreaterThan(20);
    const broken = `sessions s where s.status = 'ended' and s.released <>
      (select count(*) from tickets k where k.facility_id = s.facility_id and k.session_id = s.id and k.status = 'used')`;
    expect(await count(broken)).toBe(0);
    expect(await count(`${visits} join accounts o on o.resident_id = t.resident_id`)).toBe(0);
    expect(await count('queue_entries where moved_to is not null')).toBeGreaterThan(4);
  });
});

describe.skipIf(shared)('half a year of statistics', () => {
  it('is marked as invented, adds up, ends with last month, and comes once', async () => {
    expect(await seedPastMonths(client, '2026-05-04')).toBeGreaterThan(1000);
    expect(await seedPastMonths(client, '2026-05-04')).toBe(0);
    const parts = `visits > released or booked > visits or timed > booked or returns > visits or returns_booked > returns
      or stopped > clinics or unused <> released - visits or least(released, visits, booked) < 0`;
    expect(await count(`department_months where not sample or ${parts}`)).toBe(0);
    expect(await count(`department_months where month not between '2025-11-01' and '2026-04-01'`)).toBe(0);
  });
});

describe.skipIf(shared)('clinics of the last weeks', () => {
  it('have numbers that were given back and taken again, keep the ledger, and come once', async () => {
    expect(await seedPastClinics(client, '2026-05-04')).toBeGreaterThan(400);
    expect(await seedPastClinics(client, '2026-05-04')).toBe(0);
    const past = `appointments a join sessions s on s.facility_id = a.facility_id and s.id = a.session_id
      where s.facility_id = 'H0053' and s.date between '2026-04-13' and '2026-05-03' and a.code = upper(substr(md5('code ' || a.id), 1, 8))`;
    expect(await count(`${past} and a.status = 'fulfilled'`)).toBe(2 * 8 * 12);
    const returned = await count(`${past} and a.status = 'cancelled' and a.updated_at < s.starts_at`);
    expect(returned).toBeGreaterThan(15);
    expect(await count(`${past} and a.status = 'cancelled'`)).toBe(returned);
    const steps = `appointment_steps p where p.to_status <> (select a.status from appointments a where a.facility_id = p.facility_id
      and a.id = p.appointment_id) and not exists (select 1 from appointment_steps q where q.facility_id = p.facility_id
      and q.appointment_id = p.appointment_id and q.seq > p.seq)`;
    expect(await count(steps)).toBe(0);
  });
});

describe.skipIf(shared)('a number that nobody has', () => {
  it('is one alone, at the sample hospital', async () => {
    const odd = `tickets t where t.status = 'booked' and t.taken_by = 'platform' and not exists (select 1 from appointments a
      where a.facility_id = t.facility_id and a.session_id = t.session_id and a.ticket_number = t.number)`;
    expect(await count(odd)).toBe(0);
    expect(await seedLedgerDrift(client, demoSeed().today)).toBe(1);
    expect(await count(`${odd} and t.facility_id = 'H0053'`)).toBe(1);
  });
});

/** GB 11643 read backwards: the weighted sum of all eighteen characters leaves 1 modulo 11. */
const remainderOf = (number: string) =>
  [...number].reduce((sum, char, i) => sum + (char === 'X' ? 10 : Number(char)) * (2 ** (17 - i) % 11), 0) % 11;
