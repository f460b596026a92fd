import { readFileSync } from 'node:fs';
import { expect, it, test } from 'vitest';
import { readReason } from './reason.ts';

// read as text: the web process speaks no FHIR
const source = readFileSync(new URL('../../fhir/resources/clinical/faults.ts', import.meta.url), 'utf8');
const list = /faultKinds = \[([^\]]+)\]/.exec(source)?.[1] ?? '';
const faultKinds = [...list.matchAll(/'([^']+)'/g)].map((match) => String(match[1]));

it('finds the faults that the server knows', () => expect(faultKinds.length).toBeGreaterThan(20));

test.each(faultKinds)('"%s" has words of its own', (what) => {
  expect(readReason(`Observation.code: ${what}`)).toMatchObject({ place: 'Observation.code' });
  expect(readReason(`Observation.code: ${what}`).why).not.toBe('other');
});

it.each([
  ['text.div: deeper than 32', 'deep', 'text.div'],
  ['actor: department not known here', 'unknown', 'actor'],
  ['status: invalid_value', 'other', 'status: invalid_value'],
  ['nonsense', 'other', 'nonsense'],
])('%s', (reason, why, place) => {
  expect(readReason(reason)).toEqual({ why, place });
});
