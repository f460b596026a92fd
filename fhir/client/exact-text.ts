import type { FhirResource } from '../resources/resource.ts';

/**
 * JSON.parse makes 1.00 into 1, and a laboratory's precision is gone. So each resource of a page keeps the
 * text it came in, cut out of the body: jsonb and our own answers are made from that text.
 */
const texts = new WeakMap<object, string>();

/** The text a resource came in, its decimals as they were; for one of our own making, its JSON. */
export function exactText(resource: FhirResource): string {
  return texts.get(resource) ?? JSON.stringify(resource);
}

export function keepExactText(resource: FhirResource, text: string): void {
  texts.set(resource, text);
}

const quote = 34;
const backslash = 92;

/** Index behind the string that begins at `at`. */
function afterString(text: string, at: number): number {
  let i = at + 1;
  for (;;) {
    const end = text.indexOf('"', i);
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === backslash) slashes++;
    if (slashes % 2 === 0) return end + 1;
    i = end + 1;
  }
}

/** Index behind the value that begins at `at`; the text is known to be JSON. */
function afterValue(text: string, at: number): number {
  const first = text[at];
  if (first === '"') return afterString(text, at);
  if (first !== '{' && first !== '[') {
    const end = text.slice(at).search(/[\s,\]}]/);
    return end < 0 ? text.length : at + end;
  }
  let depth = 0;
  for (let i = at; ; i++) {
    const code = text.charCodeAt(i);
    if (code === quote) i = afterString(text, i) - 1;
    else if (code === 123 || code === 91) depth++;
    else if ((code === 125 || code === 93) && --depth === 0) return i + 1;
  }
}

const blank = /[\s,:]*/y;
function skip(text: string, at: number): number {
  blank.lastIndex = at;
  return at + (blank.exec(text)?.[0].length ?? 0);
}

/** The texts of the values of an object by key; of keys written twice the last, as JSON.parse reads it. */
export function memberTexts(text: string): Map<string, string> {
  const found = new Map<string, string>();
  let i = skip(text, text.indexOf('{') + 1);
  while (text[i] === '"') {
    const end = afterString(text, i);
    const from = skip(text, end);
    const to = afterValue(text, from);
    found.set(JSON.parse(text.slice(i, end)) as string, text.slice(from, to));
    i = skip(text, to);
  }
  return found;
}

function itemTexts(text: string): string[] {
  const found: string[] = [];
  let i = skip(text, text.indexOf('[') + 1);
  while (i < text.length && text[i] !== ']') {
    const to = afterValue(text, i);
    found.push(text.slice(i, to));
    i = skip(text, to);
  }
  return found;
}

/** The exact text of each entry's resource of a Bundle, in order; undefined where an entry has none. */
export function entryTexts(bundle: string): (string | undefined)[] {
  const entries = memberTexts(bundle).get('entry');
  return entries ? itemTexts(entries).map((entry) => memberTexts(entry).get('resource')) : [];
}
