import { afterAll, beforeAll, expect, it } from 'vitest';
import { faultsIn } from '../../resources/clinical/validate.ts';
import type { FhirResource } from '../../resources/resource.ts';
import { type Bench, openBench } from '../testing.ts';

const people = Array.from({ length: 60 }, (_, i) => {
  const birthDate = `19${40 + (i % 50)}-05-17`;
  return {
    name: '王芳',
    sex: 'female' as const,
    birthDate,
    idNumber: `519000${birthDate.replaceAll('-', '')}${String(1000 + i)}`,
    address: '',
  };
});
let bench: Bench;
beforeAll(async () => {
  bench = await openBench({ personality: { sloppyRecords: true } }, {}, { people });
});
afterAll(() => bench.close());

it('a sloppy hospital writes some results so that they wait, some so that they are noted, most as they should be', async () => {
  const results = await bench.pull('Observation', { _count: '500' });
  const worst = results.map((one) => {
    const grades = faultsIn(one).map(({ grade }) => grade);
    return grades.includes('refused') ? 'refused' : (grades[0] ?? 'well');
  });
  const share = (grade: string) => worst.filter((one) => one === grade).length / results.length;
  expect(results.length).toBeGreaterThan(100);
  expect(share('refused')).toBeGreaterThan(0);
  expect(share('noted')).toBeGreaterThan(0);
  expect(share('well')).toBeGreaterThan(0.8);
  const systems = results.flatMap((one) =>
    (one.code as { coding: { system: string }[] }).coding.map(({ system }) => system),
  );
  expect(systems).toContain('urn:his:lab');
});

it('writes what it is told at the window, anew each time, and deletes it for good', async () => {
  const written = {
    resourceType: 'Condition',
    id: 'by-hand',
    code: { text: '感冒' },
    subject: { reference: 'Patient/p' },
  };
  await bench.control({ write: [written] });
  expect(await bench.client.read('Condition', 'by-hand')).toMatchObject(written);
  const all = await bench.client.count('Condition');
  await bench.control({ write: [{ ...written, code: { text: '流感' } }] });
  expect(await bench.client.read('Condition', 'by-hand')).toMatchObject({ code: { text: '流感' } });
  expect(await bench.client.count('Condition')).toBe(all);
  await bench.control({ withdraw: { type: 'Condition', id: 'by-hand' } });
  await expect(bench.client.read('Condition', 'by-hand')).rejects.toMatchObject({ status: 410 });
  expect(await bench.client.deletions('Condition', new Date(0))).toEqual(['by-hand']);
  expect(await bench.client.count('Condition')).toBe(Number(all) - 1);
  const found: FhirResource[] = await bench.pull('Condition', { _count: '500' });
  expect(found.map((one) => one.id)).not.toContain('by-hand');
});
