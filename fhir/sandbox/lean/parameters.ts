import { codingsOf, valuesAt } from '../../resources/clinical/elements.ts';
import { type ClinicalShape, clinicalShapes } from '../../resources/clinical/shapes.ts';
import { spanOfElement } from '../../resources/clinical/when.ts';
import type { FhirResource } from '../../resources/resource.ts';
import { dateRange, type Value } from './match.ts';

export type Parameter = { type: Value['type']; values: (resource: FhirResource) => Value[] };

type Concept = { coding?: { system?: string; code?: string }[] };
type Item = Record<string, unknown>;

const list = (value: unknown): Item[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]) as Item[];

const identifiers: Parameter = {
  type: 'token',
  values: (resource) =>
    list(resource.identifier).map((one) => ({
      type: 'token',
      system: one.system as string,
      code: one.value as string,
    })),
};

function code(element: string): Parameter {
  return {
    type: 'token',
    values: (resource) => (resource[element] === undefined ? [] : [{ type: 'token', code: String(resource[element]) }]),
  };
}

function concepts(element: string): Parameter {
  return {
    type: 'token',
    values: (resource) =>
      (list(resource[element]) as Concept[]).flatMap((one) =>
        (one.coding ?? []).map((coding) => ({ type: 'token' as const, ...coding })),
      ),
  };
}

function reference(read: (resource: FhirResource) => Item[]): Parameter {
  return {
    type: 'reference',
    values: (resource) =>
      read(resource).flatMap((one) =>
        typeof one.reference === 'string' ? [{ type: 'reference', to: one.reference }] : [],
      ),
  };
}

function text(read: (resource: FhirResource) => unknown[]): Parameter {
  return {
    type: 'string',
    values: (resource) =>
      read(resource).flatMap((one) => (typeof one === 'string' ? [{ type: 'string', text: one }] : [])),
  };
}

function date(read: (resource: FhirResource) => { start: unknown; end?: unknown }): Parameter {
  return {
    type: 'date',
    values: (resource) => {
      const { start, end } = read(resource);
      if (typeof start !== 'string') return [];
      const first = dateRange(start);
      return [{ type: 'date', from: first.from, to: typeof end === 'string' ? dateRange(end).to : first.to }];
    },
  };
}

const names = (resource: FhirResource) => list(resource.name);
const nameTexts = text((resource) => names(resource).flatMap((one) => [one.text, one.family, ...list(one.given)]));
const horizon = (resource: FhirResource) => resource.planningHorizon as { start: unknown; end: unknown };

function clinical({ person, when, code: codePath, status }: ClinicalShape): Record<string, Parameter> {
  const tokens = (path: string): Parameter => ({
    type: 'token',
    values: (resource) =>
      valuesAt(resource, path)
        .flatMap(codingsOf)
        .map((one) => ({ type: 'token' as const, ...one })),
  });
  return {
    identifier: identifiers,
    patient: reference((one) => list(one[person])),
    ...(codePath ? { code: tokens(codePath) } : {}),
    ...(status ? { status: tokens(status) } : {}),
    date: {
      type: 'date',
      values: (resource) => {
        const span = when.map((path) => spanOfElement(valuesAt(resource, path)[0])).find((one) => one !== null);
        return span ? [{ type: 'date', from: span.from ?? -Infinity, to: span.to ?? Infinity }] : [];
      },
    },
  };
}

const { Patient: _own, ...ofPatients } = clinicalShapes;

/** Types and search parameters of the lean hospital; the capability statement is made from this table. */
export const parameters: Record<string, Record<string, Parameter>> = {
  Organization: { name: text((one) => [one.name]), active: code('active') },
  Location: { name: text((one) => [one.name]), status: code('status') },
  HealthcareService: { name: text((one) => [one.name]), active: code('active'), specialty: concepts('specialty') },
  Practitioner: { name: nameTexts, gender: code('gender'), active: code('active') },
  PractitionerRole: {
    active: code('active'),
    practitioner: reference((one) => list(one.practitioner)),
    service: reference((one) => list(one.healthcareService)),
  },
  Schedule: {
    active: code('active'),
    actor: reference((one) => list(one.actor)),
    date: date((one) => horizon(one)),
    specialty: concepts('specialty'),
    'service-type': concepts('serviceType'),
  },
  Slot: {
    identifier: identifiers,
    schedule: reference((one) => list(one.schedule)),
    status: code('status'),
    start: date((one) => ({ start: one.start })),
  },
  Appointment: {
    identifier: identifiers,
    status: code('status'),
    slot: reference((one) => list(one.slot)),
    date: date((one) => ({ start: one.start })),
  },
  Patient: {
    identifier: identifiers,
    name: nameTexts,
    family: text((one) => names(one).map((name) => name.family)),
    given: text((one) => names(one).flatMap((name) => list(name.given))),
    gender: code('gender'),
    active: code('active'),
    birthdate: date((one) => ({ start: one.birthDate })),
  },
  ...Object.fromEntries(Object.entries(ofPatients).map(([type, shape]) => [type, clinical(shape)])),
};

/** `_include=<key>`: which element holds the reference. */
export const includes: Record<string, string> = {
  'PractitionerRole:practitioner': 'practitioner',
  'PractitionerRole:service': 'healthcareService',
  'Slot:schedule': 'schedule',
  'Appointment:slot': 'slot',
};
