import type { FhirResource } from '../resource.ts';

type Item = Record<string, unknown>;

const paths = new Map<string, string[]>();

function stepsOf(path: string): string[] {
  const known = paths.get(path);
  if (known) return known;
  const steps = path.split('.');
  paths.set(path, steps);
  return steps;
}

/** Values at a dotted path, lists opened: 'code.coding.code' of an Observation; 'effective[x]' is any of its choices. */
export function valuesAt(resource: FhirResource, path: string): unknown[] {
  let found: unknown[] = [resource];
  for (const step of stepsOf(path)) {
    const next: unknown[] = [];
    for (const item of found) {
      if (typeof item !== 'object' || item === null) continue;
      const value = step.endsWith('[x]') ? choiceIn(item as Item, step.slice(0, -3)) : (item as Item)[step];
      if (Array.isArray(value)) next.push(...value);
      else if (value !== undefined && value !== null) next.push(value);
    }
    if (next.length === 0) return next;
    found = next;
  }
  return found;
}

/** FHIR writes a choice as its name and its type in one word: effectiveDateTime, effectivePeriod. */
function choiceIn(item: Item, name: string): unknown {
  for (const key in item) {
    if (key.length > name.length && key.startsWith(name) && key.charAt(name.length) < 'a') return item[key];
  }
  return undefined;
}

export type Coding = { system: string; code: string; display: string };

/** Codings of a CodeableConcept, a Coding, an Identifier, a code or a boolean, as a token search sees them. */
export function codingsOf(element: unknown): Coding[] {
  if (typeof element === 'string' || typeof element === 'boolean')
    return [{ system: '', code: String(element), display: '' }];
  if (typeof element !== 'object' || element === null) return [];
  const item = element as Item;
  if (Array.isArray(item.coding)) return item.coding.flatMap(codingsOf);
  const code = item.code ?? item.value;
  if (typeof code !== 'string') return [];
  return [{ system: textOf(item.system), code, display: textOf(item.display) }];
}

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
