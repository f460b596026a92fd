import { codingsOf } from './elements.ts';
import type { FaultKind, Faults } from './faults.ts';

type Item = Record<string, unknown>;
type Invariant = { grade: 'refused' | 'noted'; at: string; what: FaultKind; broken: (item: Item) => boolean };

const has = (item: Item, prefix: string): boolean => {
  for (const key in item) if (key.startsWith(prefix) && /^[A-Z]/.test(key.slice(prefix.length))) return true;
  return false;
};
const oneCode = (element: unknown): string => codingsOf(element)[0]?.code ?? '';
const numberOf = (element: unknown): number => Number((element as Item | undefined)?.value ?? Number.NaN);
const valued = (item: Item): boolean => has(item, 'value');
const isError = (item: Item): boolean => oneCode(item.verificationStatus) === 'entered-in-error';

/** Components that measure what the whole measures (obs-7). */
function repeatsItself(item: Item): boolean {
  if (!valued(item) || !Array.isArray(item.component)) return false;
  const own = new Set(codingsOf(item.code).map((one) => `${one.system}|${one.code}`));
  return (item.component as Item[]).some((part) =>
    codingsOf(part?.code).some((one) => own.has(`${one.system}|${one.code}`)),
  );
}

/** The rules between elements (R4 invariants, by their keys) that apply to a record; FHIRPath is not interpreted. */
const invariants: Readonly<Record<string, readonly Invariant[]>> = {
  // ext-1
  Extension: [
    {
      grade: 'noted',
      at: '',
      what: 'an extension with both or neither of value and parts',
      broken: (item) => valued(item) === Array.isArray(item.extension),
    },
  ],
  // obs-6, obs-7
  Observation: [
    {
      grade: 'refused',
      at: '.dataAbsentReason',
      what: 'given twice, by value and by reason of absence',
      broken: (item) => item.dataAbsentReason !== undefined && valued(item),
    },
    {
      grade: 'refused',
      at: '.component',
      what: 'the same as the whole, which has a value of its own',
      broken: repeatsItself,
    },
  ],
  'Observation.component': [
    {
      grade: 'refused',
      at: '.dataAbsentReason',
      what: 'given twice, by value and by reason of absence',
      broken: (item) => item.dataAbsentReason !== undefined && valued(item),
    },
  ],
  // con-3, con-4, con-5
  Condition: [
    {
      grade: 'noted',
      at: '.clinicalStatus',
      what: 'neither a state nor a reason for none',
      broken: (item) =>
        item.clinicalStatus === undefined &&
        !isError(item) &&
        Array.isArray(item.category) &&
        item.category.some((one) => codingsOf(one).some(({ code }) => code === 'problem-list-item')),
    },
    {
      grade: 'noted',
      at: '.abatement[x]',
      what: 'over, yet active',
      broken: (item) =>
        has(item, 'abatement') && ['active', 'recurrence', 'relapse'].includes(oneCode(item.clinicalStatus)),
    },
    {
      grade: 'noted',
      at: '.clinicalStatus',
      what: 'a state that does not go with being an error',
      broken: (item) => item.clinicalStatus !== undefined && isError(item),
    },
  ],
  // ait-1, ait-2
  AllergyIntolerance: [
    {
      grade: 'noted',
      at: '.clinicalStatus',
      what: 'neither a state nor a reason for none',
      broken: (item) => item.clinicalStatus === undefined && !isError(item),
    },
    {
      grade: 'noted',
      at: '.clinicalStatus',
      what: 'a state that does not go with being an error',
      broken: (item) => item.clinicalStatus !== undefined && isError(item),
    },
  ],
  // mdd-1
  MedicationDispense: [
    {
      grade: 'noted',
      at: '.whenHandedOver',
      what: 'handed over before it was prepared',
      broken: ({ whenPrepared, whenHandedOver }) =>
        Date.parse(String(whenHandedOver)) < Date.parse(String(whenPrepared)),
    },
  ],
  // prr-1
  ServiceRequest: [
    {
      grade: 'noted',
      at: '.orderDetail',
      what: 'a detail of nothing',
      broken: (item) => item.orderDetail !== undefined && item.code === undefined,
    },
  ],
  // pat-1
  'Patient.contact': [
    {
      grade: 'noted',
      at: '',
      what: 'a contact of nobody',
      broken: ({ name, telecom, address, organization }) => !(name || telecom || address || organization),
    },
  ],
  // rng-2
  Range: [
    {
      grade: 'refused',
      at: '',
      what: 'lower bound above the upper',
      broken: ({ low, high }) => numberOf(low) > numberOf(high),
    },
  ],
  // no invariant of its own, and read as one: a reference range the wrong way round flags everything
  'Observation.referenceRange': [
    {
      grade: 'refused',
      at: '',
      what: 'lower bound above the upper',
      broken: ({ low, high }) => numberOf(low) > numberOf(high),
    },
  ],
  Quantity: [
    {
      grade: 'noted',
      at: '.value',
      what: 'a measure without a number',
      broken: ({ value, _value, extension }) => value === undefined && !_value && !extension,
    },
  ],
  // att-1, and an attachment of nothing
  Attachment: [
    {
      grade: 'noted',
      at: '.contentType',
      what: 'data of unknown type',
      broken: ({ data, contentType }) => data !== undefined && contentType === undefined,
    },
    {
      grade: 'noted',
      at: '',
      what: 'neither data nor address',
      broken: ({ data, url, _data, _url, extension }) => !(data ?? url ?? _data ?? _url ?? extension),
    },
  ],
  // cpt-2
  ContactPoint: [
    {
      grade: 'noted',
      at: '.system',
      what: 'a contact of unknown kind',
      broken: ({ value, system }) => value !== undefined && system === undefined,
    },
  ],
};

export function checkInvariants(item: Item, type: string, path: string, faults: Faults): void {
  if (!Object.hasOwn(invariants, type)) return;
  for (const one of invariants[type] ?? []) if (one.broken(item)) faults.add(one.grade, path + one.at, one.what);
}
