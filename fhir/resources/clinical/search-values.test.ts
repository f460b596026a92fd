import { expect, test } from 'vitest';
import { keepExactText } from '../../client/exact-text.ts';
import type { FhirResource } from '../resource.ts';
import { searchParameters } from './search-parameters.ts';
import { searchValuesOf } from './search-values.ts';
import { type ClinicalType, clinicalTypes } from './shapes.ts';

function read(text: string) {
  const resource = JSON.parse(text) as FhirResource;
  keepExactText(resource, text);
  return searchValuesOf(resource, resource.resourceType as ClinicalType);
}
const day = (date: string) => Date.parse(`${date}T00:00:00+08:00`);

test('a problem is found by its states, its code, and each of its dates', () => {
  const told = read(`{"resourceType":"Condition","identifier":[{"system":"urn:his","value":"7"}],
    "clinicalStatus":{"coding":[{"system":"urn:cs","code":"active"}]},"code":{"coding":[{"code":"E11.9"}]},
    "onsetDateTime":"2025","recordedDate":"2026-03-01","asserter":{"reference":"https://his/fhir/Practitioner/d1/_history/2"}}`);
  expect(told).toEqual({
    search: [
      ...['identifier=|7', 'identifier=urn:his|7', 'code=|E11.9'],
      ...['clinical-status=|active', 'clinical-status=urn:cs|active', 'asserter=Practitioner/d1'],
    ],
    values: {
      'onset-date': [[day('2025-01-01'), day('2026-01-01')]],
      'recorded-date': [[day('2026-03-01'), day('2026-03-02')]],
    },
  });
});

test('a measure keeps its decimals, of a whole and of its parts', () => {
  const { values } = read(`{"resourceType":"Observation","valueQuantity":{"value":5.60,"unit":"mmol/L"},
    "component":[{"valueQuantity":{"value":128,"system":"urn:u","code":"mm[Hg]"}},{"valueQuantity":{"value":1e3}}]}`);
  const none = { system: '', code: '', unit: '' };
  expect(values).toEqual({
    'value-quantity': [{ ...none, value: '5.60', unit: 'mmol/L' }],
    'component-value-quantity': [
      { ...none, value: '128', system: 'urn:u', code: 'mm[Hg]' },
      { ...none, value: '1e3' },
    ],
  });
});

test('a name is found by how its words begin; the number of a card is left out', () => {
  const { search, values } = read(`{"resourceType":"Patient","birthDate":"1990-05",
    "identifier":[{"system":"https://huimin.example/fhir/sid/id-number","value":"51900019900307002X"}],
    "name":[{"text":"欧阳梅"},{"family":"Müller","given":["Åsa Q"]}]}`);
  expect(search.filter((one) => one.startsWith('name^'))).toEqual([
    ...['name^欧', 'name^欧阳', 'name^m', 'name^mu', 'name^a', 'name^as', 'name^q'],
  ]);
  expect(values).toMatchObject({
    name: ['欧阳梅', 'Müller', 'Åsa Q'],
    birthdate: [[day('1990-05-01'), day('1990-06-01')]],
  });
  expect(JSON.stringify(search)).not.toContain('51900019900307002X');
});

test('what cannot be compared is no value', () => {
  const { values } = read(
    `{"resourceType":"Observation","effectiveDateTime":"soon","valueQuantity":{"unit":"mmol/L"}}`,
  );
  expect(values).toEqual({});
});

test('every type is found by its state, and a parameter means one thing', () => {
  const stateless: ClinicalType[] = ['Patient', 'RelatedPerson'];
  for (const type of clinicalTypes) {
    const names = Object.values(searchParameters[type]).flatMap(Object.keys);
    expect(new Set(names).size, type).toBe(names.length);
    if (stateless.includes(type)) continue;
    expect(
      names.some((name) => name === 'status' || name === 'clinical-status'),
      type,
    ).toBe(true);
  }
});
