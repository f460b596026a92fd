import { expect, it, test } from 'vitest';
import { offerOf } from './capability.ts';

const statement = (...resource: object[]) => ({
  resourceType: 'CapabilityStatement',
  rest: [{ mode: 'server', resource }],
});
const byPatient = { searchParam: [{ name: 'patient', type: 'reference' }] };
const named = (name: string, definition = 'http://his.example/op') => ({
  type: 'Patient',
  operation: [{ name, definition }],
});

test.each<[string, object | null, boolean]>([
  ['none', null, false],
  ['without operations', statement({ type: 'Patient' }), false],
  ['that names the operation', statement(named('everything')), true],
  [
    'that names its definition',
    statement(named('all', 'http://hl7.org/fhir/OperationDefinition/Patient-everything')),
    true,
  ],
  ['with another operation', statement(named('match')), false],
  ['with the operation of another type', statement({ ...named('everything'), type: 'Encounter' }), false],
  ['that is not one at all', { resourceType: 'CapabilityStatement', rest: 'x' }, false],
])('by a statement %s, $everything is offered: %s', (_, given, offered) => {
  expect(offerOf(given as Parameters<typeof offerOf>[0]).everything).toBe(offered);
});

it('only types that can be searched by patient are searched, and all where nothing is said', () => {
  const some = statement({ type: 'Observation', ...byPatient }, { type: 'Condition' }, { type: 'Slot', ...byPatient });
  expect(offerOf(some).types).toEqual(['Observation']);
  expect(offerOf(null).types).toContain('Immunization');
  expect(offerOf(null).types).not.toContain('Patient');
});
