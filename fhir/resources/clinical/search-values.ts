import { systems } from '../../systems.ts';
import type { FhirResource } from '../resource.ts';
import { codingsOf, textOf, valuesAt } from './elements.ts';
import { exactView, numberIn } from './exact-view.ts';
import { type SearchKind, searchParameters } from './search-parameters.ts';
import type { ClinicalType } from './shapes.ts';
import { spanOfElement } from './when.ts';

/** A measure as written: the number is text, so that 5.60 stays 5.60. */
export type Measure = { value: string; system: string; code: string; unit: string };
/** Instants in ms, the second exclusive; null is open. */
export type Dates = [from: number | null, to: number | null];

export type SearchValues = {
  /**
   * What is found by being equal: `code=http://loinc.org|718-7`, `code=|718-7` (any system), `result=Observation/7`;
   * and how words begin, `name^张`, `name^张伟`, behind which the whole is compared.
   */
  search: string[];
  /** What is compared, by parameter: dates, measures, words. */
  values: Record<string, (Dates | Measure | string)[]>;
};

/** `member`: of the resource, without which there is nothing to read; '' where it may have several names. */
type Reader = { name: string; kind: SearchKind; path: string; member: string };

const readers = new Map<ClinicalType, Reader[]>();

function readersOf(type: ClinicalType): Reader[] {
  const known = readers.get(type);
  if (known) return known;
  const kinds = Object.entries(searchParameters[type]) as [SearchKind, Record<string, string>][];
  const made = [
    readerOf('identifier', 'token', 'identifier'),
    ...kinds.flatMap(([kind, of]) =>
      Object.entries(of).flatMap(([name, paths]) => paths.split(' ').map((path) => readerOf(name, kind, path))),
    ),
  ];
  readers.set(type, made);
  return made;
}

function readerOf(name: string, kind: SearchKind, path: string): Reader {
  const member = path.split('.')[0] ?? '';
  return { name, kind, path, member: member.endsWith('[x]') ? '' : member };
}

/** What a resource can be searched by, read once, when it is written. */
export function searchValuesOf(resource: FhirResource, type: ClinicalType): SearchValues {
  const found = new Set<string>();
  const values: SearchValues['values'] = {};
  for (const { name, kind, path, member } of readersOf(type)) {
    if (member && resource[member] === undefined) continue;
    const elements = valuesAt(kind === 'quantity' ? exactView(resource) : resource, path);
    if (elements.length > 0) read[kind](elements, name, found, values);
  }
  return { search: [...found], values };
}

type Read = (elements: unknown[], name: string, found: Set<string>, values: SearchValues['values']) => void;

const read: Record<SearchKind, Read> = {
  token(elements, name, found) {
    for (const { system, code } of elements.flatMap(codingsOf)) {
      // a whole ID number lies nowhere but sealed: by it a person is found through their keyed hash
      if (system === systems.idNumber) continue;
      found.add(`${name}=|${code}`);
      if (system) found.add(`${name}=${system}|${code}`);
    }
  },
  reference(elements, name, found) {
    for (const element of elements) {
      const told = textOf((element as { reference?: unknown } | null)?.reference);
      const local = /([A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64})(?:\/_history\/[^/]+)?$/.exec(told)?.[1];
      if (local) found.add(`${name}=${local}`);
    }
  },
  date(elements, name, _found, values) {
    const spans = elements.flatMap((one) => spanOfElement(one) ?? []);
    if (spans.length === 0) return;
    const told = spans.map(({ from, to }): Dates => [from, to]);
    values[name] = [...(values[name] ?? []), ...told];
  },
  quantity(elements, name, _found, values) {
    const told = elements.flatMap(measureOf);
    if (told.length > 0) values[name] = told;
  },
  string(elements, name, found, values) {
    const told = elements.flatMap(wordsOf).map((one) => one.slice(0, longest));
    for (const begun of told.flatMap(beginningsOf)) found.add(`${name}^${begun}`);
    if (told.length > 0) values[name] = told;
  },
};

function measureOf(element: unknown): Measure[] {
  if (typeof element !== 'object' || element === null) return [];
  const { value: told, system, code, unit } = element as Record<string, unknown>;
  const value = numberIn(told);
  if (!decimal.test(value)) return [];
  return [{ value, system: textOf(system), code: textOf(code), unit: textOf(unit) }];
}

/** What else stands there was refused before, or is none that can be compared. */
const decimal = /^-?\d{1,30}(\.\d{1,30})?([eE][+-]?\d{1,2})?$/;

const longest = 200;
const parts = ['text', 'family', 'given', 'prefix', 'suffix', 'line', 'district', 'city', 'state', 'postalCode'];

/** A text itself, or the parts of a name or an address that are words. */
function wordsOf(element: unknown): string[] {
  if (typeof element === 'string') return element ? [element] : [];
  if (typeof element !== 'object' || element === null) return [];
  const item = element as Record<string, unknown>;
  return [
    ...new Set(parts.flatMap((part) => [item[part]].flat().filter((one) => typeof one === 'string' && one))),
  ] as string[];
}

/** Letters without accents and case, as FHIR compares strings. */
export const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The first character and the first two of each word: so much of a string search is answered by the index. */
export function beginningsOf(text: string): string[] {
  return folded(text)
    .split(/\s+/)
    .flatMap((word) => {
      const [first, second] = word;
      return first ? (second ? [first, first + second] : [first]) : [];
    });
}
