import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outbreakNotices } from '#db/schema/navigation/services.ts';
import { mintSession } from '#db/testing/mint.ts';
import { regionDay } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import { testContext } from '../../kernel/test-context.ts';
import { askInput, askOutput } from '../schema/ask.ts';
import { type SmallCounty, smallCounty } from '../testing/small-county.ts';
import { ask } from './ask.ts';
import { noteChoice } from './note-choice.ts';

let county: SmallCounty;
beforeAll(async () => {
  county = await smallCounty();
});
afterAll(() => county.db.close());

const told = (text: string, rest: object = {}) =>
  askInput.parse({ text, origin: { regionCode: county.codes.township }, ...rest });
const heart = '胸口压着痛，出冷汗';
const sums = async (outcome: string) => {
  const { rows } = await county.db.pool.query<{ n: number }>(
    'select coalesce(sum(count), 0) as n from advice_counts where outcome = $1',
    [outcome],
  );
  return rows[0]?.n;
};

describe('an emergency', () => {
  it('gets 120 and the nearest open doors, and nothing that booking would take', async () => {
    const [far, near, shut] = [
      await county.hospital({ north: 0.9, name: '远院' }),
      await county.hospital({ north: 0.1, name: '近院' }),
      await county.hospital({ name: '关院' }),
    ];
    await county.door(far.facilityId, 'emergency');
    await county.door(near.facilityId, 'emergency', { place: '急诊楼' });
    await county.door(shut.facilityId, 'emergency', { available: false, note: '装修' });
    const before = await sums('emergency');
    const answer = askOutput.parse(await ask(county.ctx, told(heart)));
    expect(answer).toMatchObject({ kind: 'emergency', call: '120', hotline: null });
    if (answer.kind !== 'emergency') throw new Error('no emergency');
    expect(answer.doors.map((door) => door.facilityName)).toEqual(['近院', '远院']);
    expect(answer.doors[0]).toMatchObject({ always: true, place: '急诊楼', travel: { km: 14.5 } });
    const keys = JSON.stringify(answer).match(/"(\w+)":/g) ?? [];
    expect(keys.filter((key) => /facilityId|departmentId|"code"|session|departments/i.test(key))).toEqual([]);
    expect(await sums('emergency')).toBe((before ?? 0) + 1);
  });
  it('is told without a database, without an area, and with an area that does not exist', async () => {
    const lost = {
      pool: { query: () => Promise.reject(new Error('connect ECONNREFUSED')) },
    } as unknown as Context['db'];
    const without = await ask(testContext(lost, { kind: 'anonymous' }), told(heart));
    expect(without).toMatchObject({ kind: 'emergency', call: '120', doors: [] });
    expect(await ask(county.ctx, askInput.parse({ text: heart }))).toMatchObject({ kind: 'emergency', origin: null });
    const nowhere = await ask(county.ctx, told(heart, { origin: { regionCode: '000000000000' } }));
    expect(nowhere).toMatchObject({ kind: 'emergency', origin: null });
  });
  it('counts the complaint tapped like one typed', async () => {
    expect(await ask(county.ctx, told('', { added: ['胸口压着痛', '出冷汗'] }))).toMatchObject({ kind: 'emergency' });
  });
});

describe('the list of danger signs', () => {
  const quiet = '最近有点不对劲，说不上来';
  it('is asked for before advice, without a count, and fits the person', async () => {
    const before = await sums('advice');
    const facts = { ageMonths: 8 };
    const answer = askOutput.parse(await ask(county.ctx, told(quiet, { facts, signs: 'unasked' })));
    expect(answer).toMatchObject({ kind: 'signs', flags: [], signs: expect.any(Array) });
    if (answer.kind !== 'signs') throw new Error('no signs');
    expect(answer.signs[0]?.id).toBe('child-drink');
    expect(await sums('advice')).toBe(before);
    expect(await ask(county.ctx, told(quiet, { facts, signs: [] }))).toMatchObject({ kind: 'advice' });
    expect(await sums('advice')).toBe((before ?? 0) + 1);
  });
  it('leads to 120 or to the hotline by one tap, whatever the words say', async () => {
    const tapped = await ask(county.ctx, told(quiet, { signs: ['stroke'] }));
    expect(tapped).toMatchObject({ kind: 'emergency', flags: [{ id: 'sign-stroke' }], hotline: null });
    expect(await ask(county.ctx, told(quiet, { signs: ['self'] }))).toMatchObject({ kind: 'crisis' });
    expect(() => told(quiet, { signs: ['another'] })).toThrow();
  });
  it('is not asked where the words already show danger', async () => {
    expect(await ask(county.ctx, told(heart, { signs: 'unasked' }))).toMatchObject({ kind: 'emergency' });
  });
});

it('a wish to die gets the hotline, no hospital and no department', async () => {
  const answer = askOutput.parse(await ask(county.ctx, told('活着没意思，想自杀')));
  expect(answer).toMatchObject({ kind: expect.stringMatching(/crisis|emergency/), hotline: { number: '12356' } });
  expect(answer).not.toHaveProperty('departments');
});

describe('fever', () => {
  const feverish = '发热38度，咳嗽两天，接触过流感病人';
  const notice = (regionCode: string, regionPath: string, disease: string) =>
    county.db.orm.insert(outbreakNotices).values({
      ...{ id: crypto.randomUUID(), regionCode, regionPath, disease, action: 'fever_clinic' as const },
      ...{ adviceZh: '先到发热门诊', adviceEn: 'Fever clinic first', createdBy: 'x' },
      ...{ validFrom: regionDay(new Date()), validTo: regionDay(new Date()) },
    });
  it('is advised on like anything else where no outbreak is on, and by the nearest area’s rule where one is', async () => {
    const adult = { facts: { ageMonths: 400 } };
    expect((await ask(county.ctx, told(feverish, adult))).kind).toBe('advice');
    await notice(county.codes.city, county.path.city, '市流感');
    await notice(county.codes.county, county.path.county, '县流感');
    const hospital = await county.hospital({ name: '发热院' });
    await county.door(hospital.facilityId, 'fever');
    const answer = askOutput.parse(await ask(county.ctx, told(feverish, adult)));
    expect(answer).toMatchObject({ kind: 'fever', notice: { disease: '县流感' }, doors: [{ facilityName: '发热院' }] });
    await county.db.pool.query('update outbreak_notices set ended_at = now()');
    expect((await ask(county.ctx, told(feverish, adult))).kind).toBe('advice');
  });
});

describe('advice', () => {
  it('names at most three departments with reasons, and what it costs and how long one waits here and there', async () => {
    await county.centre();
    const hospital = await county.hospital({ level: 2, code: '03.02' });
    await mintSession(county.db, { ...hospital, departmentId: hospital.departmentId }, { feeFen: 1000 });
    const answer = askOutput.parse(
      await ask(county.ctx, told('饭后烧心反酸，胃胀', { facts: { ageMonths: 400, days: 4 } })),
    );
    if (answer.kind !== 'advice') throw new Error(answer.kind);
    expect(answer.departments[0]).toMatchObject({ code: '03.02', name: { zh: '消化内科', en: 'Gastroenterology' } });
    expect(answer.departments.length).toBeLessThanOrEqual(3);
    expect(answer.departments[0]?.reasons.length).toBeGreaterThan(0);
    expect(answer.tier).toMatchObject({ advice: 'township', rule: 'common-and-short', tariff: { sample: true } });
    expect(answer.tier?.sides).toEqual([
      expect.objectContaining({ where: 'township', name: '测镇卫生院', ownFen: 2000, walkIn: true, waitDays: null }),
      expect.objectContaining({ where: 'county', ownFen: 5000, waitDays: 1, facilities: 1 }),
    ]);
    expect(answer.tier?.savesFen).toBe(3000);
  });
  it('offers general practice when nothing was understood', async () => {
    const answer = await ask(county.ctx, told('就是有点怪怪的'));
    expect(answer).toMatchObject({ kind: 'advice', sureness: 'unsure', general: { code: '02' } });
  });
  it('keeps no words: counts hold codes and versions alone', async () => {
    await ask(county.ctx, told('饭后烧心反酸，胃胀'));
    const { rows } = await county.db.pool.query('select c::text as row from advice_counts c');
    expect(rows.length).toBeGreaterThan(0);
    for (const { row } of rows) expect(row).not.toMatch(/烧心|胃|胸/);
  });
});

it('counts which door somebody went on with, and refuses one we never advise', async () => {
  const choice = { advised: '03.02', chosen: '03.01', rank: 2, sureness: 'likely' } as const;
  await Promise.all(Array.from({ length: 12 }, () => noteChoice(county.ctx, choice)));
  const { rows } = await county.db.pool.query<{ n: number }>(
    `select sum(count) as n from advice_counts where chosen = '03.01' and rank = 2`,
  );
  expect(rows[0]?.n).toBe(12);
  await expect(noteChoice(county.ctx, { ...choice, chosen: '99.99' })).rejects.toThrow('department-unknown');
});
