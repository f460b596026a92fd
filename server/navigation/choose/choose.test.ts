import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mintResident, mintSession } from '#db/testing/mint.ts';
import { addDays, regionDay, regionInstant } from '../../kernel/clock.ts';
import { residentActor, testContext } from '../../kernel/test-context.ts';
import { chooseInput, chooseOutput } from '../schema/choose.ts';
import { type SmallCounty, smallCounty } from '../testing/small-county.ts';
import { choose } from './choose.ts';

let county: SmallCounty;
beforeAll(async () => {
  county = await smallCounty();
});
afterAll(() => county.db.close());

const only = (name: string) => ({ travel: 0, wait: 0, cost: 0, capability: 0, [name]: 100 });
const days = (n: number) => regionInstant(addDays(regionDay(new Date()), n), '09:00');
const run = async (input: object) =>
  chooseOutput.parse(
    await choose(county.ctx, chooseInput.parse({ origin: { regionCode: county.codes.county }, ...input })),
  );
const names = (result: Awaited<ReturnType<typeof run>>) => result.rows.map((row) => row.facilityName);

describe('hospitals of a department', () => {
  it('change places with the weights, each with its sides in natural units and reasons that follow', async () => {
    const near = await county.hospital({ name: '近院', level: 2 });
    const strong = await county.hospital({ name: '强院', level: 3, north: 0.6 });
    const soon = await county.hospital({ name: '早院', level: 2, north: 0.9 });
    const none = await county.hospital({ name: '无号院', level: 2, north: 0.3 });
    await mintSession(county.db, near, { startsAt: days(6), feeFen: 1000 });
    await mintSession(county.db, near, { startsAt: days(9), feeFen: 1000 });
    await mintSession(county.db, strong, { startsAt: days(3), feeFen: 2000 });
    await mintSession(county.db, soon, { startsAt: days(1), feeFen: 1000 });
    await mintSession(county.db, none, { startsAt: days(1), pool: 'desk' });
    expect(names(await run({ code: '03.04', weights: only('travel') }))).toEqual(['近院', '无号院', '强院', '早院']);
    expect(names(await run({ code: '03.04', weights: only('capability') }))[0]).toBe('强院');
    const byWait = await run({ code: '03.04', weights: only('wait') });
    expect(names(byWait)).toEqual(['早院', '强院', '近院', '无号院']);
    const [first, , third, last] = byWait.rows;
    expect(first).toMatchObject({
      ...{ departmentId: soon.departmentId, countyName: '测县', cityName: '测市' },
      share: { ownFen: 5000, ownReferredFen: 4000, billFen: 10_000, feeFen: 1000 },
      travel: { km: 130.1 },
      reasons: [{ component: 'wait', tone: 'for', id: 'earliest' }],
    });
    expect(third?.earliest?.days).toBe(6);
    expect(last).toMatchObject({ earliest: null, reasons: [{ id: 'no-number', tone: 'against' }] });
    expect(byWait).toMatchObject({ total: 4, tariff: { sample: true }, origin: { kind: 'area', name: '测县' } });
  });
  it('come in pages that neither repeat nor skip', async () => {
    const first = await run({ code: '03.04', limit: 3 });
    const second = await run({ code: '03.04', limit: 3, cursor: first.next });
    expect(second.next).toBeNull();
    expect(new Set([...names(first), ...names(second)]).size).toBe(4);
  });
  it('grey what does not see the person, with the reason, at the end', async () => {
    await county.hospital({ name: '儿院', code: '07' });
    const { rows } = await run({ code: '07', ageYears: 40 });
    expect(rows[0]?.eligible).toEqual({ can: false, rule: 'children-only', params: { age: 14 } });
    expect((await run({ code: '07', ageYears: 4 })).rows[0]?.eligible.can).toBe(true);
  });
  it('name the department that takes the patients where nobody has the one asked for', async () => {
    await county.hospital({ name: '外科院', code: '04.01' });
    const result = await run({ code: '04.08' });
    expect(result.department).toMatchObject({ code: '04.01', name: { zh: '烧伤整形科' }, instead: { zh: '普通外科' } });
  });
  it('are not found for a department that does not exist', async () => {
    await expect(run({ code: '98' })).rejects.toThrow('department-not-found');
  });
});

it('reckons from home for a resident, from the nearest county for a position, and from nowhere for a stranger', async () => {
  const minted = await mintResident(county.db);
  await county.db.pool.query('update residents set region_code = $2 where id = $1', [
    minted.residentId,
    county.codes.township,
  ]);
  const own = await choose(testContext(county.db, residentActor(minted)), chooseInput.parse({ code: '03.04' }));
  expect(own.origin).toEqual({ kind: 'own', regionCode: county.codes.township, name: '测镇' });
  const near = await run({ code: '03.04', origin: { lon: 104.0312, lat: 30.0199 } });
  expect(near.origin).toMatchObject({ kind: 'position', name: '测县' });
  const stranger = await choose(county.ctx, chooseInput.parse({ code: '03.04' }));
  expect(stranger.origin).toBeNull();
  expect(stranger.rows[0]?.travel).toBeNull();
});
