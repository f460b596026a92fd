import { afterEach, expect, test } from 'vitest';
import { fromSchedule } from '../../resources/schedule.ts';
import { localDate } from '../../resources/zone.ts';
import type { SandboxConfig } from '../config.ts';
import { startSandbox } from '../server.ts';
import { type Bench, openBench } from '../testing.ts';
import { dateTest, parameterTest, type Value } from './match.ts';

let bench: Bench | undefined;
afterEach(async () => {
  await bench?.close();
  bench = undefined;
});

test('the same seed gives the same hospital', async () => {
  const once = async (seed: number) => {
    const one = await openBench({ seed });
    const schedules = (await one.pull('Schedule', { _count: '100' })).map(fromSchedule);
    await one.close();
    return schedules
      .map(({ lastUpdated: _at, version: _version, ...rest }) => rest)
      .sort((a, b) => (a.hisId < b.hisId ? -1 : 1));
  };
  expect(await once(7)).toEqual(await once(7));
  expect(await once(7)).not.toEqual(await once(14));
});

test('clinics lie as a hospital would hold them', async () => {
  bench = await openBench();
  const schedules = new Map((await bench.pull('Schedule')).map(fromSchedule).map((one) => [one.hisId, one]));
  for (const one of schedules.values()) {
    expect(one.feeFen).toBeGreaterThanOrEqual(one.numberType === 'expert' ? 2_000 : 600);
    expect(one.numberType === 'expert').toBe(one.practitionerHisId !== null);
  }
  for (const slot of await bench.slots()) {
    const schedule = schedules.get(slot.scheduleHisId);
    const minutes = (Date.parse(slot.end) - Date.parse(slot.start)) / 60_000;
    expect([15, 20, 30]).toContain(minutes);
    expect(slot.start >= (schedule?.startsAt ?? '') && slot.end <= (schedule?.endsAt ?? '')).toBe(true);
  }
});

test('new days open as time passes, and old ones go', async () => {
  let now = Date.parse('2026-11-23T02:00:00Z');
  bench = await openBench({ days: 3 }, {}, { clock: () => now });
  const dates = async () => [...new Set((await bench?.pull('Schedule'))?.map((one) => fromSchedule(one).date))].sort();
  expect(await dates()).toEqual(['2026-11-23', '2026-11-24', '2026-11-25']);
  now = Date.parse('2026-11-23T16:00:01Z'); // midnight in the region
  expect(await dates()).toEqual(['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26']);
  const fresh = await bench.pull('Schedule', { _lastUpdated: 'ge2026-11-23T16:00:00Z' });
  expect(new Set(fresh.map((one) => fromSchedule(one).date))).toEqual(new Set(['2026-11-26']));
  now += 86_400_000;
  expect((await dates())[0]).toBe('2026-11-24');
});

test('a page can be continued while rows change', async () => {
  bench = await openBench();
  const seen = new Set<string>();
  for await (const page of bench.client.search('Slot', { _count: 10, _sort: '_lastUpdated' })) {
    for (const one of page) seen.add(String(one.id));
    if (seen.size < 60) await bench.control({ take: { any: 1 } });
  }
  const { counts } = await bench.control({});
  expect(seen.size).toBe(counts.Slot);
});

test('searches narrow by department, doctor, date, type and status', async () => {
  bench = await openBench();
  const schedules = (await bench.pull('Schedule')).map(fromSchedule);
  const today = localDate(Date.now());
  const [first] = schedules;
  const count = async (params: Record<string, string>) => (await bench?.pull('Schedule', params))?.length;
  const where = (test: (one: (typeof schedules)[number]) => boolean) => schedules.filter(test).length;
  const departmentHisId = first?.departmentHisId ?? '';
  expect(await count({ actor: `HealthcareService/${departmentHisId}` })).toBe(
    where((one) => one.departmentHisId === departmentHisId),
  );
  expect(await count({ date: today })).toBe(where((one) => one.date === today));
  expect(await count({ date: `gt${today}` })).toBe(where((one) => one.date > today));
  expect(await count({ 'service-type': 'expert' })).toBe(where((one) => one.numberType === 'expert'));
  await bench.control({ stop: { schedule: first?.hisId ?? '' } });
  expect(await count({ active: 'false' })).toBe(1);
});

test('a province of hospitals fits in one process', async () => {
  const departments = Array.from({ length: 8 }, (_, i) => ({ code: `03.0${i + 1}`, name: `内科${i + 1}` }));
  const hospitals: SandboxConfig['hospitals'] = Array.from({ length: 432 }, (_, i) => ({
    code: `h${i}`,
    name: `医院${i}`,
    token: 't',
    departments,
    seed: i,
    days: 7,
  }));
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const started = performance.now();
  const sandbox = await startSandbox({ hospitals });
  expect(performance.now() - started).toBeLessThan(10_000);
  expect((process.memoryUsage().heapUsed - before) / 1e6).toBeLessThan(250);
  const answer = await fetch(`${sandbox.url}/his/h431/_control`);
  expect(((await answer.json()) as { counts: { Slot: number } }).counts.Slot).toBeGreaterThan(1_000);
  await sandbox.close();
});

const at = (text: string) => ({ from: Date.parse(text), to: Date.parse(text) + 1 });
test.each([
  ['2026-11-23', '2026-11-22T16:00:00Z', true],
  ['2026-11-23', '2026-11-23T16:00:00Z', false],
  ['2026-11', '2026-11-30T15:59:59Z', true],
  ['ge2026-11-23T08:00:00+08:00', '2026-11-23T00:00:00Z', true],
  ['gt2026-11-23T08:00:00.000+08:00', '2026-11-23T00:00:00Z', false],
  ['ge2026-11-23T08:00:00 08:00', '2026-11-22T23:59:59Z', false],
  ['lt2026-11-23T00:00:00Z', '2026-11-22T23:59:59Z', true],
  ['sa2026-11-23', '2026-11-23T16:00:00Z', true],
  ['ne2026', '2026-05-01T00:00:00Z', false],
])('%s matches %s: %s', (parameter, instant, expected) => {
  expect(dateTest(parameter)(at(instant))).toBe(expected);
});

const token = (code: string, system?: string): Value => ({ type: 'token', code, system });
test.each<[Value['type'], string, string, Value[], boolean]>([
  ['token', '', 's|a', [token('a', 's')], true],
  ['token', '', '|a', [token('a', 's')], false],
  ['token', '', '|a', [token('a')], true],
  ['token', '', 's|', [token('b', 's')], true],
  ['token', '', 'a,b', [token('b', 's')], true],
  ['token', 'not', 'a', [], true],
  ['token', 'missing', 'true', [], true],
  ['string', '', '欧', [{ type: 'string', text: '欧阳小明' }], true],
  ['string', '', 'a\\,b', [{ type: 'string', text: 'A,b c' }], true],
  ['string', 'exact', 'a', [{ type: 'string', text: 'A' }], false],
  ['string', 'contains', '阳', [{ type: 'string', text: '欧阳' }], true],
  ['reference', '', 'Slot/1', [{ type: 'reference', to: 'Slot/1' }], true],
  ['reference', '', '1', [{ type: 'reference', to: 'Slot/1' }], true],
  ['reference', '', 'http://x/fhir/Slot/1', [{ type: 'reference', to: 'Slot/1' }], true],
  ['reference', '', 'Slot/1', [{ type: 'reference', to: 'Slot/11' }], false],
])('%s:%s=%s', (type, modifier, text, values, expected) => {
  expect(parameterTest(type, modifier, text)(values)).toBe(expected);
});
