import type { ClientBase } from 'pg';
import { type Cell, insertRows } from './insert-rows.ts';
import { derivedId, type Random, randomFrom, weighted } from './random.ts';

/** People whom nobody can look up: they exist for the officials' numbers alone. */
const people = 3000;
const [recentMonths, olderMonths] = [12, 22];
const dayMs = 86_400_000;

/** A county with much, so that its townships show some numbers and hide others; two beside it, and one of another city. */
const counties: [code: string, share: number][] = [
  ['510121000000', 45],
  ['510182000000', 25],
  ['510131000000', 20],
  ['510722000000', 10],
];
/** Of the centres of a county the first serve more. */
const centreShares = [50, 30, 15, 5];
const methods = weighted([
  ...([
    ['condom', 34],
    ['copper-iud', 24],
    ['combined-pill', 14],
  ] as const),
  ...([
    ['implant', 8],
    ['injectable', 6],
    ['emergency-pill', 5],
    ['female-sterilisation', 4],
  ] as const),
  ...([
    ['hormonal-iud', 3],
    ['progestogen-pill', 1],
    ['vasectomy', 1],
  ] as const),
]);
const childOrders = weighted([
  [1, 55],
  [2, 36],
  [3, 9],
] as const);
const handedOut = ['condom', 'combined-pill', 'injectable', 'emergency-pill', 'progestogen-pill'];
const classed = ['female-sterilisation', 'vasectomy'];

type Centre = { id: string; path: string };
type Rows = Record<'registrations' | 'checks' | 'followUps' | 'services', Cell[][]>;

/** Two years of family planning for the officials' numbers; only for the demo, and run again it changes nothing. */
export async function seedPastPlanning(client: ClientBase, today: string): Promise<number> {
  const centres = await pickCentres(client);
  if (centres.length === 0) return 0;
  const centreOf = weighted(centres);
  const rows: Rows = { registrations: [], checks: [], followUps: [], services: [] };
  for (let n = 0; n < people; n += 1) {
    const random = randomFrom(`planning ${n}`);
    addPerson(rows, { random, id: derivedId(`planning person ${n}`), centre: centreOf(random), today });
  }
  return writeRows(client, rows);
}

async function pickCentres(client: ClientBase): Promise<[Centre, number][]> {
  // not the centre of the sample staff: its lists hold people who can be served
  const { rows } = await client.query<Centre & { county: string }>(
    `select id, region_path as path, split_part(region_path, '/', 3) as county from facilities
     where kind = 'township_centre' and split_part(region_path, '/', 3) = any($1) and id <> 'T510121109' order by id`,
    [counties.map(([code]) => code)],
  );
  return counties.flatMap(([code, share]) =>
    rows
      .filter((row) => row.county === code)
      .slice(0, centreShares.length)
      .map(({ id, path }, i): [Centre, number] => [{ id, path }, share * (centreShares[i] ?? 0)]),
  );
}

type Person = { random: Random; id: string; centre: Centre; today: string };

const after = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
const noonOf = (day: string): string => `${day}T12:00:00+08:00`;

/** A day of the months that are over, so many of them back at most. */
function dayWithin({ random, today }: Person, months: number): string {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return new Date(Date.UTC(year, month - 2 - random.int(months), 1 + random.int(28))).toISOString().slice(0, 10);
}

function addPerson(rows: Rows, person: Person): void {
  const { random, id, centre } = person;
  const began = dayWithin(person, random.chance(0.7) ? recentMonths : olderMonths);
  const at: Cell[] = [id, derivedId(`planning ${id}`), centre.id, centre.path];
  const worker = derivedId(`planning worker ${centre.id}`);
  const registered = random.chance(0.7);
  if (registered) {
    const until = after(`${Number(began.slice(0, 4)) + 5}${began.slice(4)}`, -1);
    const channel = random.chance(0.5) ? 'online' : 'desk';
    rows.registrations.push([...at, channel, '2023-02-15', childOrders(random), began, until, noonOf(began), worker]);
  }
  if (random.chance(registered ? 0.82 : 0.3)) addCheck(rows, person, after(began, random.int(20)), worker);
  for (let i = 0; i < 2; i += 1) {
    const [day, method] = [dayWithin(person, recentMonths), methods(random)];
    const key = derivedId(`planning service ${id} ${i}`);
    const given = handedOut.includes(method) ? 1 + random.int(3) : 0;
    rows.services.push([
      ...[id, key, centre.id, centre.path, day, noonOf(day), worker, random.chance(0.6) ? 'continue' : 'start'],
      ...[method, method, 'who-5-2019', classed.includes(method) ? null : 1, given > 0 ? method : '', given],
    ]);
  }
}

function addCheck(rows: Rows, { random, id, centre, today }: Person, day: string, worker: string): void {
  if (day >= today) return;
  const check = derivedId(`planning check ${id}`);
  rows.checks.push([id, check, centre.id, centre.path, derivedId(`planning couple ${id}`), day, worker]);
  const follow = (kind: string, due: string, share: number, outcome: string): boolean => {
    if (due >= today) return false;
    const done = random.chance(share);
    const ended = noonOf(after(due, -random.int(20)));
    rows.followUps.push([
      ...[id, derivedId(`planning ${kind} ${id}`), centre.id, centre.path, kind, check, after(due, -30), due],
      ...[done ? 'done' : 'lost', done ? 0 : 3, ended, worker, done ? outcome : null],
    ]);
    return done;
  };
  const pregnant = random.chance(0.6);
  const early = after(day, 90);
  if (!follow('early', early, 0.84, pregnant ? 'pregnant' : 'not-yet') || !pregnant) return;
  follow('outcome', after(early, 240), 0.62, 'live-birth');
}

const place = { resident_id: 'uuid', id: 'uuid', facility_id: 'text', region_path: 'text' };

async function writeRows(client: ClientBase, { registrations, checks, followUps, services }: Rows): Promise<number> {
  const written = [
    await insertRows(
      client,
      'fertility_registrations',
      {
        ...{ ...place, channel: 'text', rule: 'date', child_order: 'smallint', registered_on: 'date' },
        ...{ valid_until: 'date', registered_at: 'timestamptz', registered_by: 'uuid' },
      },
      registrations,
    ),
    await insertRows(
      client,
      'preconception_checks',
      {
        ...{ ...place, couple_id: 'uuid', part: 'text', rule: 'date', started_on: 'date', started_by: 'uuid' },
      },
      checks.map(([id = null, check = null, facility = null, path = null, couple = null, day = null, by = null]) => [
        ...[id, check, facility, path, couple, 'woman', '2013-01-01', day, by],
      ]),
    ),
    await insertRows(
      client,
      'planning_follow_ups',
      {
        ...{ ...place, kind: 'text', subject_id: 'uuid', due_from: 'date', due_on: 'date', state: 'text' },
        ...{ tries: 'smallint', ended_at: 'timestamptz', worker_id: 'uuid', outcome: 'text' },
      },
      followUps,
    ),
    await insertRows(
      client,
      'contraceptive_services',
      {
        ...{ ...place, served_on: 'date', noted_at: 'timestamptz', worker_id: 'uuid', need: 'text' },
        ...{ desired_method: 'text', method: 'text', eligibility_table: 'text', category: 'smallint' },
        ...{ issued: 'text', quantity: 'smallint', worker_name: 'text', advice: 'text', agreed: 'text' },
      },
      services.map((row) => [...row, '样例人员', 'accept', 'spoken']),
    ),
  ];
  return written.reduce((sum, n) => sum + n, 0);
}
