import { type ExactResource, isElement } from './exact-json.ts';

/**
 * What a hospital's reference means in the file. An address inside it; `outside`: something no record holds, such as
 * a doctor, of which the words may stay; `absent`: an entry that is not in this file, of which nothing may be said.
 */
export type Target = { url: string } | 'outside' | 'absent';
export type Locate = (type: string, id: string) => Target;

/** Says that there is nothing here, without saying why. */
export const unknown = {
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }],
} as const;

/** The same element with every reference leading inside the file or nowhere, so that none hangs. */
export function pointInside(element: ExactResource, locate: Locate): ExactResource {
  if (typeof element.reference === 'string') return settle(element, element.reference, locate);
  const entries = Object.entries(element).map(([key, value]) => [key, within(value, locate)]);
  return Object.fromEntries(entries);
}

function within(value: unknown, locate: Locate): unknown {
  if (Array.isArray(value)) {
    const found = value.map((one) => within(one, locate));
    const told = found.filter((one) => one !== unknown);
    return told.length > 0 || found.length === 0 ? told : [unknown];
  }
  return isElement(value) ? pointInside(value, locate) : value;
}

const local = /(?:^|\/)([A-Z][A-Za-z]+)\/([A-Za-z0-9\-.]{1,64})(?:\/_history\/[^/]+)?$/;

function settle(element: ExactResource, reference: string, locate: Locate): ExactResource {
  if (reference.startsWith('#')) return element;
  const [, type, id] = local.exec(reference) ?? [];
  const target = type && id ? locate(type, id) : 'outside';
  if (target === 'absent') return unknown;
  if (target !== 'outside') return { ...element, reference: target.url };
  const { reference: _hanging, ...words } = element;
  return words.display || words.identifier ? words : unknown;
}
