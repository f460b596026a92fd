import { expect, test } from 'vitest';
import { keepExactText } from '../../client/exact-text.ts';
import type { FhirResource } from '../resource.ts';
import { factsOf } from './facts.ts';

function cameAs(text: string): FhirResource {
  const resource = JSON.parse(text) as FhirResource;
  keepExactText(resource, text);
  return resource;
}
const told = (rest: string) => factsOf(cameAs(`{"resourceType":"Observation","code":{"text":"血钾"},${rest}}`));

const document = (contentType: string, said: Buffer) => ({
  resourceType: 'DocumentReference',
  content: [{ attachment: { contentType, data: said.toString('base64') } }],
});

test.each<[string, object]>([
  [
    '"valueQuantity":{"value":4.10,"unit":"mmol/L"},"referenceRange":[{"low":{"value":3.50},"high":{"value":5.3}}],"interpretation":[{"coding":[{"code":"N"}]}]',
    { value: '4.10', unit: 'mmol/L', low: '3.50', high: '5.3', flag: 'normal' },
  ],
  [
    '"valueQuantity":{"value":0.0010,"comparator":"<","code":"ng/mL"}',
    { value: '<0.0010', unit: 'ng/mL', low: '', high: '', flag: '' },
  ],
  ['"valueString":"阴性","interpretation":[{"coding":[{"code":"NEG"}]}]', { value: '阴性', unit: '', flag: 'normal' }],
  ['"valueCodeableConcept":{"coding":[{"code":"x","display":"A型"}]}', { value: 'A型' }],
  ['"valueInteger":7', { value: '7' }],
  [
    '"valueQuantity":{"value":9.9},"interpretation":[{"coding":[{"code":"ODD"}]},{"coding":[{"code":"HH"}]}]',
    { flag: 'high' },
  ],
])('a value is read as it was printed: %s', (rest, expected) => {
  expect(told(rest).reading).toMatchObject({ title: '血钾', ...expected });
});

test('a pressure has two parts and no value of its own', () => {
  const facts = told(
    '"component":[{"code":{"text":"收缩压"},"valueQuantity":{"value":128,"unit":"mmHg"}},{"code":{"text":"舒张压"},"dataAbsentReason":{"text":"未测"}}]',
  );
  expect(facts.reading).toBeUndefined();
  expect(facts.parts).toEqual([{ title: '收缩压', value: '128', unit: 'mmHg', low: '', high: '', flag: '' }]);
});

test.each<[FhirResource, object]>([
  [
    { resourceType: 'Encounter', class: { code: 'IMP' }, serviceType: { text: '呼吸内科' } },
    { visitKind: 'inpatient', department: '呼吸内科' },
  ],
  [{ resourceType: 'Encounter', class: { code: 'VR' } }, { visitKind: 'other' }],
  [
    {
      resourceType: 'Encounter',
      class: { code: 'EMER' },
      reasonCode: [{ text: '胸痛' }, { coding: [{ code: 'R07', display: '气促' }] }],
    },
    { visitKind: 'emergency', reason: '胸痛、气促' },
  ],
  [
    { resourceType: 'MedicationRequest', dosageInstruction: [{ text: '一日一次' }, { text: '饭后' }] },
    { dose: '一日一次；饭后' },
  ],
  [{ resourceType: 'AllergyIntolerance', criticality: 'high' }, { critical: true }],
  [
    {
      resourceType: 'DiagnosticReport',
      result: [{ reference: 'Observation/a' }, { reference: 'http://h/Observation/b/_history/2' }],
    },
    { results: ['a', 'b'] },
  ],
  [
    { resourceType: 'DocumentReference', content: [{ attachment: { contentType: 'text/plain' } }] },
    { contentType: 'text/plain' },
  ],
  [
    document('text/plain; charset=UTF-8', Buffer.from('住院 5 天，\n<b>好转</b>出院。')),
    { contentType: 'text/plain; charset=UTF-8', text: '住院 5 天，\n<b>好转</b>出院。' },
  ],
  // what is no UTF-8, holds what no database keeps, is too long, or is no text has a name only
  [document('text/plain', Buffer.from([0xd6, 0xd0])), { contentType: 'text/plain' }],
  [document('text/plain', Buffer.from('a\u0000b')), { contentType: 'text/plain' }],
  [document('text/plain', Buffer.from('长'.repeat(20_001))), { contentType: 'text/plain' }],
  [document('text/html', Buffer.from('<p>好转</p>')), { contentType: 'text/html' }],
  [{ resourceType: 'Coverage' }, {}],
])('%j', (resource, facts) => {
  expect(factsOf(resource)).toEqual(facts);
});
