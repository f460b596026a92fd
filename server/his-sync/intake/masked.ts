import type { FhirResource } from '#fhir/resources/resource.ts';

/** Elements that say who somebody is, or hold free text in which it may stand. */
const personal = new Set([
  ...['name', 'telecom', 'address', 'contact', 'photo', 'birthDate', 'deceasedDateTime', 'identifier', 'text', 'div'],
  ...['display', 'data', 'url', 'note', 'valueString', 'conclusion', 'comment', 'description', 'patientInstruction'],
  ...['authorString', 'title', 'reason', 'detail', 'lotNumber'],
]);
/** Words of lists and addresses of systems: shown if they look like such, wherever they stand. */
const words = new Set(['resourceType', 'system', 'code', 'use', 'status', 'versionId', 'lastUpdated']);
const wordForm = /^(?!.*\d{11})[\x21-\x7e]{1,100}$/;
const longest = 120;
const membersMost = 60;
const itemsMost = 20;

/**
 * A resource that waits, for people who look for its fault: its form is whole, but every letter and digit of what
 * could say who it is about is exchanged. Officials see no ids either, by which a hospital would find the person.
 */
export function maskedResource(resource: FhirResource, reader: 'hospital' | 'office'): string {
  const hiding = reader === 'office' ? new Set([...personal, 'id', 'reference']) : personal;
  return JSON.stringify(masked(resource, hiding, false), null, 2);
}

function masked(value: unknown, hiding: ReadonlySet<string>, hide: boolean): unknown {
  if (typeof value === 'string') return hide ? shapeOf(value) : cut(value);
  if (typeof value === 'number') return hide ? 0 : value;
  if (Array.isArray(value)) return value.slice(0, itemsMost).map((one) => masked(one, hiding, hide));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).slice(0, membersMost);
  return Object.fromEntries(
    members.map(([key, inner]) => {
      if (words.has(key) && typeof inner === 'string') return [key, wordForm.test(inner) ? inner : shapeOf(inner)];
      return [cut(key), masked(inner, hiding, hide || hiding.has(key.replace(/^_/, '')))];
    }),
  );
}

const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}… (${text.length})` : text);

/** '1980-13-45' becomes '0000-00-00': who it is is gone, a fault in its form stays visible. */
const shapeOf = (text: string): string =>
  cut(text.replace(/\p{N}/gu, '0').replace(/\p{L}/gu, (one) => (one > '\u2e7f' ? '某' : 'x')));
