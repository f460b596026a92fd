import { enrolPerson } from '../family-planning/enrol-person.ts';
import { gradeCheck } from '../family-planning/grade-check.ts';
import { noteFollowUp } from '../family-planning/note-follow-up.ts';
import { noteResults } from '../family-planning/note-results.ts';
import { recordService } from '../family-planning/record-service.ts';
import { registerFertility } from '../family-planning/register-fertility.ts';
import type { Outcome } from '../family-planning/schema/follow-up.ts';
import { type Part, rangeOf, readingsFor } from '../family-planning/schema/items.ts';
import type { Method } from '../family-planning/schema/methods.ts';
import type { StockMove } from '../family-planning/schema/stock.ts';
import { startCheck } from '../family-planning/start-check.ts';
import { moveStock } from '../family-planning/stock/move-stock.ts';
import { addDays, type Clock, regionDay, systemClock } from '../kernel/clock.ts';
import type { ContextOf } from '../kernel/context.ts';
import { type Base, staffOf, withDemo } from './demo-house.ts';

const [centre, village] = ['T510121109', 'V510121109219'] as const;
type Person = { id: string; name: string; idNumber: string; migrant: boolean };
type Desk = ContextOf<'staff'>;
type At = (daysAgo: number, facilityId?: string) => Promise<Desk>;
const dayMs = 86_400_000;

/**
 * Some months of family planning at the township centre of the sample staff and one of its villages, by the writes of their
 * desk: questions that are due, late, lost and answered, couples checked, services given. Once in the life of a demo.
 */
export const openDemoPlanning = (url: string, secret: string, clock: Clock = systemClock): Promise<boolean> =>
  withDemo({ url, secret, clock, part: 'demo-planning', channel: 'grassroots' }, async (base) => {
    const before = await base.db.pool.query('select 1 from planning_enrolments where facility_id = $1 limit 1', [
      centre,
    ]);
    const people = await findWomen(base);
    const couple = await findCouple(base);
    if (before.rowCount || people.length < 8 || couple.length < 2) return false;
    const at: At = async (daysAgo, facilityId = centre) => ({
      ...base,
      clock: { now: () => new Date(clock.now().getTime() - daysAgo * dayMs) },
      actor: await staffOf(base, 'family_planner', facilityId),
    });
    await stockUp(at, regionDay(clock.now()));
    const [her, him] = couple as [Person, Person];
    await planAChild(at, her, him);
    await servePeople(at, people);
    await passOn(at, regionDay(clock.now()));
    return true;
  });

const condomsOf = (today: string) => ({ item: 'condom', lot: '2608A', expiresOn: addDays(today, 60) }) as const;

/** What came: condoms that expire soon, pills that have expired by now, and injections. */
async function stockUp(at: At, today: string): Promise<void> {
  const receive = async (daysAgo: number, batch: Pick<StockMove, 'item' | 'lot' | 'expiresOn'>, quantity: number) => {
    const ctx = await at(daysAgo);
    await moveStock(ctx, { ...batch, key: ctx.ids.next(), kind: 'received', quantity, about: '金堂县药具管理站' });
  };
  const pills = { item: 'emergency-pill', lot: '2403E', expiresOn: addDays(today, -6) } as const;
  await receive(110, condomsOf(today), 200);
  await receive(110, pills, 12);
  await receive(30, { item: 'injectable', lot: '2605D', expiresOn: addDays(today, 500) }, 20);
}

/** After people were served: most of the condoms went to a village, and two of the rest were found wet. */
async function passOn(at: At, today: string): Promise<void> {
  const condoms = condomsOf(today);
  const ctx = await at(70);
  await moveStock(ctx, { ...condoms, key: ctx.ids.next(), kind: 'handed-over', quantity: 140, about: '金河村药具员' });
  const after = await at(35);
  await moveStock(after, { ...condoms, key: after.ids.next(), kind: 'counted', found: 28, about: '受潮 2 只' });
}

/** A couple of the sample accounts: registered, checked with two readings to attend to, to be asked these days. */
async function planAChild(at: At, her: Person, him: Person): Promise<void> {
  await enrol(await at(80), her);
  await recordService(
    await at(78),
    service(her, await at(78), { need: 'stop', desiredMethod: 'copper-iud', method: 'none' }),
  );
  await registerFertility(await at(78), { residentId: her.id, childOrder: 2 });
  const partner = { name: him.name, idNumber: him.idNumber };
  const { checkId } = await startCheck(await at(75), { residentId: her.id, partner });
  await note(await at(75), her, checkId, 'woman', { 'rubella-igg': 'negative', tsh: '4.85' });
  const advice = '先接种风疹疫苗，三个月后再怀孕；甲状腺激素略高，请到内分泌科复查一次。';
  await gradeCheck(await at(73), { residentId: her.id, checkId, advice });
}

async function servePeople(at: At, women: Person[]): Promise<void> {
  const [a, b, c, d, e, f, g, h] = women as [Person, Person, Person, Person, Person, Person, Person, Person];
  await serve(at, a, 95, { method: 'condom', quantity: 30, lot: '2608A' });
  await serve(at, b, 20, { method: 'implant', desiredMethod: 'implant', agreed: 'written' });
  await serve(at, c, 150, { method: 'combined-pill', desiredMethod: 'combined-pill', quantity: 3, lot: '2606C' });
  await lose(at, c);
  await serve(at, d, 40, {
    ...{ method: 'combined-pill', desiredMethod: 'combined-pill', conditions: ['smoker-35-heavy'], quantity: 1 },
    ...{ clinician: '游光明', clinicianReason: '其他方法本人都不接受，已戒烟三个月，一个月后复查血压', lot: '2609B' },
  });
  await serve(at, e, 86, { method: 'condom', quantity: 20, lot: '2608A' }, village);
  await serve(at, f, 27, { method: 'copper-iud', desiredMethod: 'copper-iud', agreed: 'written' });
  await carry(at, g, { checked: 200, asked: 130, lastPeriod: 155 });
  await carry(at, h, { checked: 420, asked: 330, lastPeriod: 352, born: 70, told: 40 });
}

const enrol = (ctx: Desk, { name, idNumber, migrant }: Person) =>
  enrolPerson(ctx, { name, idNumber, said: 'in-person', migrant });

type Wish = Partial<Parameters<typeof recordService>[1]> & { method: Method | 'none' };

function service(person: Person, ctx: Desk, wish: Wish): Parameters<typeof recordService>[1] {
  const servedOn = regionDay(ctx.clock.now());
  return {
    ...{ residentId: person.id, key: ctx.ids.next(), servedOn, need: 'start', desiredMethod: 'condom', conditions: [] },
    ...{ agreed: 'spoken', clinician: '', clinicianReason: '', quantity: 0, lot: '', note: '' },
    ...wish,
  };
}

async function serve(at: At, person: Person, daysAgo: number, wish: Wish, facilityId?: string): Promise<void> {
  const ctx = await at(daysAgo, facilityId);
  await enrol(ctx, person);
  await recordService(ctx, service(person, ctx, wish));
}

async function note(
  ctx: Desk,
  { id }: Person,
  checkId: string,
  part: Part,
  odd: Record<string, string>,
): Promise<void> {
  const results = readingsFor(part).map((one) => ({ code: one.code, value: odd[one.code] ?? usual(one, part) }));
  await noteResults(ctx, { residentId: id, checkId, results });
}

function usual(reading: ReturnType<typeof readingsFor>[number], part: Part): string {
  if (reading.kind === 'choice') return reading.values.find((value) => !reading.odd.includes(value)) ?? '';
  const [low, high] = rangeOf(reading, part);
  const decimals = low.split('.')[1]?.length ?? 0;
  return ((Number(low) + Number(high)) / 2).toFixed(decimals);
}

/** Called three times, and the number no longer answers. */
async function lose(at: At, person: Person): Promise<void> {
  const which = { residentId: person.id, followUpId: await waiting(await at(58), person) };
  for (const daysAgo of [58, 50, 41])
    await noteFollowUp(await at(daysAgo), { ...which, act: 'tried', note: '电话无人接听' });
  await noteFollowUp(await at(40), { ...which, act: 'lost', note: '电话停机，邻居说外出务工' });
}

type Story = { checked: number; asked: number; lastPeriod: number; born?: number; told?: number };

/** From the check to the pregnancy, and for some to the birth; numbers are days ago. */
async function carry(at: At, person: Person, { checked, asked, lastPeriod, born, told }: Story): Promise<void> {
  await enrol(await at(checked), person);
  const { checkId } = await startCheck(await at(checked), { residentId: person.id });
  await note(await at(checked), person, checkId, 'woman', {});
  await gradeCheck(await at(checked), {
    residentId: person.id,
    checkId,
    advice: '各项结果正常，可以怀孕；从现在起每天服用叶酸。',
  });
  await answer(await at(asked), person, 'pregnant', lastPeriod - asked);
  if (born !== undefined && told !== undefined) await answer(await at(told), person, 'live-birth', born - told);
}

async function answer(ctx: Desk, person: Person, outcome: Outcome, daysBefore: number): Promise<void> {
  const which = { residentId: person.id, followUpId: await waiting(ctx, person) };
  const eventOn = addDays(regionDay(ctx.clock.now()), -daysBefore);
  await noteFollowUp(ctx, { ...which, act: 'done', outcome, eventOn, note: '' });
}

async function waiting({ db }: Desk, { id }: Person): Promise<string> {
  const { rows } = await db.pool.query<{ id: string }>(
    `select id from planning_follow_ups where resident_id = $1 and state = 'open' order by due_on limit 1`,
    [id],
  );
  return rows[0]?.id ?? '';
}

type Row = Pick<Person, 'id' | 'name'> & { sealed: string };
/** The last of them have come from elsewhere. */
const opened = ({ sealing }: Base, rows: Row[], locals: number): Person[] =>
  rows.map(({ id, name, sealed }, i) => ({ id, name, idNumber: sealing.open(sealed), migrant: i >= locals }));

/** Sample women who live nearest. */
async function findWomen(base: Base): Promise<Person[]> {
  const year = Number(regionDay(base.clock.now()).slice(0, 4));
  const { rows } = await base.db.pool.query<Row>(
    `select id, name, id_sealed as sealed from residents
     where sample and sex = 'female' and id_sealed is not null and birth_date between $1 and $2 and name <> '陈晓燕'
     order by starts_with(region_code, '510121109') desc, starts_with(region_code, '510121') desc, id limit 8`,
    [`${year - 40}-01-01`, `${year - 24}-01-01`],
  );
  return opened(base, rows, 6);
}

/** 陈晓燕 of the sample accounts and her husband; they work in the county. */
async function findCouple(base: Base): Promise<Person[]> {
  const { rows } = await base.db.pool.query<Row>(
    `select r.id, r.name, r.id_sealed as sealed from residents r
     where r.sample and r.id_sealed is not null and ((r.name = '陈晓燕' and r.birth_date = '1988-04-12')
       or (r.name = '林志强' and r.birth_date = '1986-09-03')) order by r.sex limit 2`,
  );
  return opened(base, rows, 0);
}
