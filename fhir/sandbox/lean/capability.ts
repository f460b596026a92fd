import { isClinicalType } from '../../resources/clinical/shapes.ts';
import type { FhirResource } from '../../resources/resource.ts';
import { includes, parameters } from './parameters.ts';

const writable: Record<string, string[]> = {
  Appointment: ['create', 'update'],
  Patient: ['create', 'update', 'delete'],
};

export function isWritable(type: string): boolean {
  return writable[type] !== undefined;
}

const everythingOperation = {
  name: 'everything',
  definition: 'http://hl7.org/fhir/OperationDefinition/Patient-everything',
};

/** What this server really does, derived from the tables it works by. */
export function capabilityStatement(name: string, everything: boolean): FhirResource {
  const resource = Object.entries(parameters).map(([type, own]) => ({
    type,
    versioning: writable[type] ? 'versioned-update' : 'versioned',
    readHistory: false,
    updateCreate: false,
    conditionalCreate: writable[type] !== undefined,
    conditionalUpdate: false,
    conditionalDelete: 'not-supported',
    interaction: [
      'read',
      'search-type',
      ...(isClinicalType(type) ? ['history-type'] : []),
      ...(writable[type] ?? []),
    ].map((code) => ({ code })),
    searchInclude: Object.keys(includes).filter((one) => one.startsWith(`${type}:`)),
    ...(type === 'Patient' && everything ? { operation: [everythingOperation] } : {}),
    searchParam: [
      { name: '_id', type: 'token' },
      { name: '_lastUpdated', type: 'date' },
      ...Object.entries(own).map(([param, { type: kind }]) => ({ name: param, type: kind })),
    ],
  }));
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: '2026-01-01',
    kind: 'instance',
    implementation: { description: `${name}（演示）` },
    fhirVersion: '4.0.1',
    format: ['json'],
    rest: [
      {
        mode: 'server',
        resource: resource.map(({ searchInclude, ...one }) => ({
          ...one,
          ...(searchInclude.length ? { searchInclude } : {}),
        })),
      },
    ],
  };
}
