import type { FhirResource } from '../../resources/resource.ts';
import { illnesses } from '../../sandbox/charts/illnesses.ts';
import { writeVisit } from '../../sandbox/charts/visit.ts';
import type { Frame, Kept } from '../kept.ts';

const facilityId = 'H0001';
/** Readable in a test, and a UUID's form for validators. */
const idOf = (facility: string, type: string, sourceId: string): string => {
  const hex = Buffer.from(`${facility}${type}${sourceId}`).reduce(
    (sum, one) => (sum * 131n + BigInt(one)) % 2n ** 120n,
    7n,
  );
  const text = hex.toString(16).padStart(30, '0');
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-4${text.slice(12, 15)}-8${text.slice(15, 18)}-${text.slice(18, 30)}`;
};

export const keptOf = (resource: FhirResource, line: string[] = [resource.resourceType]): Kept => ({
  id: idOf(facilityId, resource.resourceType, String(resource.id)),
  type: resource.resourceType,
  ...{ facilityId, sourceId: String(resource.id), sourcePatient: 'p1' },
  body: JSON.stringify(resource),
  line,
});

export const frameOf = (entries: readonly Kept[]): Frame => ({
  id: '01900000-0000-7000-8000-000000000001',
  at: '2026-11-23T01:00:00.000Z',
  person: {
    ...{ id: '01900000-0000-7000-8000-000000000002', name: '王小明', sex: 'male', birthDate: '1970-01-01' },
    idMasked: '5101**********0013',
  },
  facilities: new Map([[facilityId, '档案医院']]),
  idOf,
  holds: new Set(entries.map((one) => one.id)),
});

/** One visit for each illness the sandbox knows, as its hospitals write them. */
export const sandboxVisits = (): Kept[] =>
  illnesses.flatMap((illness, key) => {
    const about = {
      key: String(key),
      patient: 'p1',
      doctor: 'd1',
      department: '内科',
      first: true,
      local: key % 2 === 1,
    };
    const facts = { ...about, illness, at: Date.UTC(2026, 0, 5 + key, 2) };
    return writeVisit(facts, { name: (kind, of) => `${kind}-${of.replace(/[^\w-]/g, '')}`, random: () => 0.5 }).map(
      (resource) => keptOf({ ...resource, meta: { versionId: '1', lastUpdated: '2026-11-20T00:00:00Z' } }),
    );
  });

/** Every reference of a resource that names something else. */
export const referencesIn = (value: unknown): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, one]) => (key === 'reference' ? [String(one)] : referencesIn(one)));
