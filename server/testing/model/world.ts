import { randomBytes, randomUUID } from 'node:crypto';
import type { Database } from '#db/client.ts';
import { accounts } from '#db/schema/access.ts';
import {
  departmentCatalog,
  departments,
  facilities,
  practitionerRoles,
  practitioners,
  regions,
} from '#db/schema/facilities.ts';
import { hisEndpoints } from '#db/schema/his-sync.ts';
import { familyLinks, residents } from '#db/schema/residents.ts';
import { bookingRules, sessions, tickets } from '#db/schema/schedules.ts';
import type { ContextOf } from '../../kernel/context.ts';
import { systemIds } from '../../kernel/ids.ts';
import { idCheckCharacter } from '../../kernel/national-id.ts';
import { residentActor, staffActor, systemActor, testContext } from '../../kernel/test-context.ts';
import { horizonDays } from './book.ts';
import { hours, instantOf, type Ledger, plusDays, type Session } from './ledger.ts';
import { chance } from './rest.ts';

export type Person = { residentId: string; accountId: string; name: string; idNumber: string };

/** Two hospitals, eleven clinics, six people and a clock of their own, in a database that others may use too. */
export type World = {
  db: Database;
  people: Person[];
  clock: { now: () => Date; at: number };
  facilities: string[];
  doctors: Record<string, string[]>;
  /** For messages: what ids stand for. */
  names: Map<string, string>;
  /** Commands so far, crashed attempts and their retries together counted once. */
  commands: number;
  as: {
    resident: (person: Person, db: Database) => ContextOf<'resident'>;
    staff: (facilityId: string, db: Database) => ContextOf<'staff'>;
    system: (db: Database) => ContextOf<'system'>;
  };
};

type Clinic = {
  at: 0 | 1;
  doctor: 0 | 1 | null;
  type: Session['type'];
  day: number;
  from: string;
  numbers: number;
  opens?: string;
};
/**
 * Chosen so that each rule can bite within a few commands: clinics that overlap in one hospital and across both, two
 * of one doctor, one that opens later, one beyond the horizon, and next to no numbers.
 */
const clinics: Clinic[] = [
  { at: 0, doctor: 0, type: 'ordinary', day: 0, from: '10:00', numbers: 3 },
  { at: 0, doctor: 1, type: 'ordinary', day: 0, from: '10:10', numbers: 2 },
  { at: 0, doctor: 0, type: 'expert', day: 1, from: '09:00', numbers: 2 },
  { at: 0, doctor: null, type: 'ordinary', day: 1, from: '14:00', numbers: 2 },
  { at: 0, doctor: 1, type: 'expert', day: 1, from: '10:00', numbers: 2, opens: '12:00' },
  { at: 1, doctor: 0, type: 'expert', day: 1, from: '09:30', numbers: 2 },
  { at: 1, doctor: 0, type: 'expert', day: 2, from: '09:00', numbers: 2 },
  { at: 1, doctor: 1, type: 'expert', day: 2, from: '15:00', numbers: 1 },
  { at: 0, doctor: 1, type: 'ordinary', day: horizonDays + 1, from: '09:00', numbers: 1 },
  // nobody books these: they are given by draw, or to who loses another
  { at: 0, doctor: 1, type: 'expert', day: 2, from: '09:00', numbers: 2 },
  { at: 1, doctor: 1, type: 'ordinary', day: 3, from: '09:00', numbers: 3 },
];
/** Every other world is stricter than a province may be: the first strike leads to a pause, so that histories meet some. */
const limitsOf = (turn: number) => ({
  perDay: 2,
  openMax: 3,
  extraMax: 1,
  givenBackMax: 3,
  strikesMax: 1 + (turn % 2),
});
type Limits = ReturnType<typeof limitsOf>;
/** A Monday; worlds of one database follow one another, so that no job finds what an earlier one left. */
const firstDay = '2031-03-03';
const daysApart = 14;
const worldsOf = new WeakMap<Database['pool'], number>();

/** A new world at 07:00 of its first day, and the model of it. */
export async function mintWorld(db: Database): Promise<{ world: World; ledger: Ledger }> {
  const turn = worldsOf.get(db.pool) ?? 0;
  worldsOf.set(db.pool, turn + 1);
  const day = plusDays(firstDay, turn * daysApart);
  const now = instantOf(day, '07:00');
  const mark = randomBytes(5).toString('hex').toUpperCase();
  const ids = [`X${mark}`, `Y${mark}`];
  const doctors = Object.fromEntries(ids.map((id) => [id, [`${id}-1`, `${id}-2`]]));
  const limits = limitsOf(turn);
  await mintHospitals(db, mark, { ids, doctors, limits });
  const people = await mintPeople(db, turn);
  const planned = clinics.map((clinic) => sessionFrom(clinic, { ids, doctors, day, now }));
  await writeSessions(db, planned);
  const names = new Map<string, string>([
    ...ids.map((id, i) => [id, i === 0 ? 'granted' : 'confirmed'] as const),
    ...planned.map((s, i) => [s.id, `s${i}`] as const),
    ...people.map((p, i) => [p.residentId, `p${i}`] as const),
  ]);
  const clock = { at: now, now: () => new Date(clock.at) };
  const ledger: Ledger = {
    ...{
      now,
      sessions: planned,
      appointments: [],
      offers: [],
      waits: [],
      draws: [],
      keys: new Map(),
      givenBack: [],
      missed: new Map(),
      strikes: [],
      paused: [],
      notices: [],
      audits: [],
      turns: [],
    },
    facilities: ids.map((id, i) => ({ id, confirms: i === 1, ...limits })),
  };
  return { world: { db, people, clock, facilities: ids, doctors, names, commands: 0, as: actorsOf(clock) }, ledger };
}

const ids = { ...systemIds, chance: () => chance };
function actorsOf(clock: World['clock']): World['as'] {
  return {
    resident: (person, db) => testContext(db, residentActor(person), { clock, ids }),
    staff: (facilityId, db) => testContext(db, staffActor(facilityId, 'manager', 'desk'), { clock, ids }),
    system: (db) => testContext(db, systemActor(), { clock, ids }),
  };
}

type Hospitals = { ids: string[]; doctors: Record<string, string[]>; limits: Limits };
async function mintHospitals(db: Database, mark: string, { ids, doctors, limits }: Hospitals) {
  const place = { code: `9${mark}`, path: `9${mark}/` };
  await db.orm.insert(regions).values({ ...place, level: 3, name: '测试县' });
  await db.orm.insert(departmentCatalog).values({ code: mark, name: '内科' });
  const common = {
    kind: 'hospital',
    level: 3,
    regionCode: place.code,
    regionPath: place.path,
    bookable: true,
  } as const;
  const authorityOf = (i: number) => (i === 1 ? ('confirmed' as const) : ('granted' as const));
  await db.orm
    .insert(facilities)
    .values(ids.map((id, i) => ({ ...common, id, name: `医院${i}`, authority: authorityOf(i), address: '测试路1号' })));
  const rooms = ids.map((id) => ({ id: `${id}:内`, facilityId: id, catalogCode: mark, name: '内科', place: '2层' }));
  await db.orm.insert(departments).values(rooms);
  const all = ids.flatMap((facilityId) => (doctors[facilityId] ?? []).map((id) => ({ id, facilityId })));
  await db.orm.insert(practitioners).values(all.map(({ id }) => ({ id, name: '周明', title: '主任医师' })));
  const roles = all.map(({ id, facilityId }) => ({ practitionerId: id, departmentId: `${facilityId}:内`, facilityId }));
  await db.orm.insert(practitionerRoles).values(roles);
  const endpoint = { facilityId: ids[1] ?? '', baseUrl: 'http://127.0.0.1:9/fhir', authKind: 'none' as const };
  await db.orm.insert(hisEndpoints).values({ ...endpoint, enabled: false });
  const rules = {
    effectiveFrom: '2000-01-01',
    horizonDays,
    perDay: limits.perDay,
    openMax: limits.openMax,
    cancelsMax: limits.givenBackMax,
    strikesMax: limits.strikesMax,
  };
  await db.orm
    .insert(bookingRules)
    .values(ids.map((facilityId) => ({ ...rules, facilityId, extraPerSession: limits.extraMax })));
}

/** The first has an account and the second as family; every further one stands alone. */
async function mintPeople(db: Database, turn: number): Promise<Person[]> {
  const { sealing } = testContext(db, systemActor());
  const people = Array.from({ length: 6 }, (_, i) => {
    const serial = turn * 6 + i;
    const born = plusDays('1960-01-01', Math.floor(serial / 1000)).replaceAll('-', '');
    const first17 = `990001${born}${String(serial % 1000).padStart(3, '0')}`;
    const idNumber = first17 + idCheckCharacter(first17);
    return { residentId: sealing.residentId(idNumber), accountId: randomUUID(), name: `居民${i}`, idNumber };
  });
  const rows = people.map((p) => ({ id: p.residentId, name: p.name, sex: 'female' as const, birthDate: '1960-01-01' }));
  await db.orm.insert(residents).values(rows);
  const holders = people.map((p) => ({ id: p.accountId, kind: 'resident' as const, residentId: p.residentId }));
  await db.orm.insert(accounts).values(holders);
  const [parent, child] = people.map((p) => p.residentId);
  const link = { residentId: parent ?? '', memberId: child ?? '', relation: 'child', proof: 'desk' } as const;
  await db.orm.insert(familyLinks).values(link);
  return people;
}

/** Who may act for whom: see `mintPeople`. */
export const mayActFor = (world: World, account: number, resident: number): boolean =>
  account === resident || (account === 0 && resident === 1 && world.people.length > 1);

type Setting = { ids: string[]; doctors: Record<string, string[]>; day: string; now: number };
function sessionFrom(clinic: Clinic, { ids, doctors, day, now }: Setting): Session {
  const facility = ids[clinic.at] ?? '';
  const date = plusDays(day, clinic.day);
  const starts = instantOf(date, clinic.from);
  const ends = starts + hours;
  const windowOf = (i: number) => starts + Math.floor((i * 2) / clinic.numbers) * (hours / 2);
  return {
    ...{ id: randomUUID(), facility, department: `${facility}:内`, type: clinic.type, date, starts, ends },
    doctor: clinic.doctor === null ? '-' : (doctors[facility]?.[clinic.doctor] ?? ''),
    opens: clinic.opens ? instantOf(day, clinic.opens) : now - hours,
    closes: ends - hours / 2,
    status: 'published',
    tickets: Array.from({ length: clinic.numbers }, (_, i) => {
      const times = { starts: windowOf(i), ends: windowOf(i) + hours / 2 };
      return { number: i + 1, ...times, pool: 'public', status: 'free', by: '-' };
    }),
  };
}

async function writeSessions(db: Database, planned: Session[]): Promise<void> {
  await db.orm.insert(sessions).values(
    planned.map((s) => ({
      ...{ facilityId: s.facility, id: s.id, departmentId: s.department, date: s.date, numberType: s.type },
      practitionerId: s.doctor === '-' ? null : s.doctor,
      ...{ halfDay: 'am' as const, startsAt: new Date(s.starts), endsAt: new Date(s.ends), feeFen: 1000 },
      ...{ status: s.status, releaseAt: new Date(s.opens), closeAt: new Date(s.closes), released: s.tickets.length },
    })),
  );
  await db.orm.insert(tickets).values(
    planned.flatMap((s) =>
      s.tickets.map(({ number, starts, ends }) => {
        const window = { windowStart: new Date(starts), windowEnd: new Date(ends) };
        return { facilityId: s.facility, sessionId: s.id, number, ...window };
      }),
    ),
  );
}
