import { expect, it } from 'vitest';
import { hospitalSchema } from '../config.ts';
import { createCatalog, createNaming } from '../lean/catalog.ts';
import { writeChart } from './chart.ts';

const config = hospitalSchema.parse({
  code: 'h1',
  name: '测试',
  token: 't',
  departments: [{ code: '03.04', name: '内科' }],
});
const naming = createNaming(config, false);
const desk = { code: 'h1', catalog: createCatalog(config, naming), naming, local: false, sloppy: false };
const people = Array.from({ length: 90 }, (_, i) => {
  // of the youngest most have only been registered yet
  const birthDate = `${i % 3 ? 1940 + i : 2026}-0${1 + (i % 9)}-17`;
  const idNumber = `519000${birthDate.replaceAll('-', '')}${1000 + i}`;
  return { name: '王芳', sex: 'female' as const, birthDate, idNumber, phone: null, address: '' };
});

it('a chart is the same an hour later, or a hospital would be full of changes that nobody made', () => {
  const now = Date.parse('2026-11-25T03:00:00Z');
  const at = (ms: number) => people.map((person) => JSON.stringify(writeChart(person, desk, ms)));
  const [before, after] = [at(now), at(now + 3_600_000)];
  expect(before.filter((chart) => !chart.includes('"Encounter"')).length).toBeGreaterThan(5);
  expect(after.filter((chart, i) => chart !== before[i])).toEqual([]);
});
