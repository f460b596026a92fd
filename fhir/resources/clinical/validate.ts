import { type ElementRule, r4 } from '../../definitions/r4.ts';
import type { FhirResource } from '../resource.ts';
import { type Fault, type FaultKind, Faults } from './faults.ts';
import { checkInvariants } from './invariants.ts';
import { type Primitive, primitives } from './primitives.ts';

type Item = Record<string, unknown>;
type Rule = { types: string[]; least: boolean; many: boolean; modifier: boolean; list: ReadonlySet<string> | null };
type Choice = Rule & { choice: string };
type Shape = { elements: Map<string, Choice>; needed: [string, Rule][] };

const shapes = new Map<string, Shape | null>();

/**
 * Holds a resource of the record against the published definitions of R4: elements and their types, how many there
 * must be, the lists that codes must be of, and the rules between elements that patients' data break. A few
 * microseconds an element; not what HL7's own validator does (no profiles, no FHIRPath, no large code systems).
 */
export function faultsIn(resource: FhirResource): Fault[] {
  const faults = new Faults();
  checkItem(resource as Item, resource.resourceType, resource.resourceType, faults, 0);
  return faults.found;
}

/** Deeper nesting is refused before this is asked (`checks.ts`); the bound here keeps it safe alone. */
const deepest = 40;

/** `within`: how far inside the resource; at its top a missing element means that the hospital said nothing. */
function checkItem(item: Item, type: string, path: string, faults: Faults, within: number): void {
  const shape = shapeOf(type);
  if (!shape || within > deepest) return;
  for (const key in item) {
    if (key === 'resourceType' || key === 'fhir_comments') continue;
    const rule = shape.elements.get(key.startsWith('_') ? key.slice(1) : key);
    // its name is the hospital's own text, so only the place is said
    if (!rule) faults.add('noted', path, 'an element R4 does not have');
    else if (!key.startsWith('_')) checkElement(item, key, rule, path, faults, within);
  }
  for (const [name, rule] of shape.needed) {
    if (isThere(item, name, rule)) continue;
    faults.add(within === 0 ? 'refused' : 'noted', `${path}.${name}`, 'missing');
  }
  checkInvariants(item, type, path, faults);
}

function checkElement(item: Item, key: string, rule: Choice, path: string, faults: Faults, within: number): void {
  const value = item[key];
  const at = `${path}.${key}`;
  if (rule.many) {
    // in a list of primitives null says that only the extension beside it is there
    const gaps = Array.isArray(item[`_${key}`]);
    if (!Array.isArray(value)) faults.add('refused', at, 'not a list');
    else for (const one of value) if (one !== null || !gaps) checkOne(one, rule, at, faults, within);
  } else if (Array.isArray(value)) faults.add('refused', at, 'a list where one belongs');
  else checkOne(value, rule, at, faults, within);
  if (rule.modifier && (key === 'modifierExtension' || key === 'implicitRules'))
    faults.add('refused', at, 'meant to change the meaning in a way nobody here knows');
}

function checkOne(value: unknown, rule: Choice, at: string, faults: Faults, within: number): void {
  const primitive = primitives[rule.choice];
  if (primitive) checkPrimitive(value, primitive, rule, at, faults);
  else if (typeof value === 'object' && value !== null) checkPart(value as Item, rule, at, faults, within);
  else faults.add('refused', at, 'not of this type');
}

function checkPrimitive(
  value: unknown,
  { json, form, sense }: Primitive,
  rule: Choice,
  at: string,
  faults: Faults,
): void {
  if (typeof value !== json) faults.add('refused', at, 'not of this type');
  else if (form && !form(String(value))) faults.add(sense ? 'refused' : 'noted', at, 'not written as it should be');
  else if (rule.list) checkList([value], rule, at, faults);
}

function checkPart(value: Item, rule: Choice, at: string, faults: Faults, within: number): void {
  const contained = rule.choice === 'Resource';
  checkItem(value, contained ? String(value.resourceType) : rule.choice, at, faults, within + 1);
  if (contained && value.contained) faults.add('noted', at, 'contained within what is contained');
  if (rule.list) checkList(codesOf(value), rule, at, faults);
}

function checkList(codes: unknown[], { list, modifier }: Rule, at: string, faults: Faults): void {
  if (codes.some((code) => list?.has(code as string))) return;
  const what: FaultKind = 'not a code of its list';
  faults.add(modifier ? 'refused' : 'noted', at, what);
}

function codesOf(value: Item): unknown[] {
  const codings = Array.isArray(value.coding) ? (value.coding as (Item | null)[]) : [value];
  return codings.map((one) => one?.code);
}

function isThere(item: Item, name: string, rule: Rule): boolean {
  if (!name.endsWith('[x]')) return item[name] !== undefined || item[`_${name}`] !== undefined;
  const base = name.slice(0, -3);
  return rule.types.some((type) => item[base + capital(type)] !== undefined);
}

const capital = (type: string): string => type.charAt(0).toUpperCase() + type.slice(1);

/** Each element under every name it may have: value[x] as valueQuantity, valueString, … Null for a type we do not hold. */
function shapeOf(type: string): Shape | null {
  const known = shapes.get(type);
  if (known !== undefined) return known;
  const rules = Object.hasOwn(r4.types, type) ? r4.types[type] : undefined;
  const shape = rules ? compile(rules) : null;
  shapes.set(type, shape);
  return shape;
}

function compile(rules: Record<string, ElementRule>): Shape {
  const shape: Shape = { elements: new Map(), needed: [] };
  for (const [name, told] of Object.entries(rules)) {
    const rule: Rule = {
      types: told.types,
      least: told.least === 1,
      many: told.many === true,
      modifier: told.modifier === true || name === 'modifierExtension',
      list: told.list ? new Set(r4.lists[told.list]) : null,
    };
    if (rule.least) shape.needed.push([name, rule]);
    for (const type of rule.types) {
      const key = name.endsWith('[x]') ? name.slice(0, -3) + capital(type) : name;
      shape.elements.set(key, { ...rule, choice: type });
    }
  }
  return shape;
}
