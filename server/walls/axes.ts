import { distribution } from '#db/distribution.ts';
import { areaOf, type Breach, codeOf, isTest, type Source } from './sources.ts';

/**
 * Statements that may name tables of more than one axis, each with its reason. A path here that no longer
 * needs it is a breach too.
 */
export const crossAxis: Record<string, string> = {
  'server/start/demo-visits.ts': 'sample bookings, made on the demo database alone',
  'server/reports/count-residence.ts': 'a job that reads every resident once and keeps the sums on the coordinator',
};

type Text = { name: string | null; text: string };

const declares = /\bconst\s+(\w+)(?:\s*:[^=;]+)?\s*=\s*(?:\([^()]*\)(?:\s*:\s*\w+)?\s*=>\s*)?$/;
const oneLine = /(['"])(?:\\.|(?!\1)[^\\\n])*\1/y;

/** String and template literals with the constant they are given to; templates nested in `${}` stay part of theirs. */
function textsOf(code: string): Text[] {
  const texts: Text[] = [];
  for (let i = 0; i < code.length; i += 1) {
    if (!`'"\``.includes(code[i] ?? '')) continue;
    const end = code[i] === '`' ? endOfTemplate(code, i) : endOfString(code, i);
    if (end === i) continue;
    const name = declares.exec(code.slice(Math.max(0, i - 200), i))?.[1] ?? null;
    texts.push({ name, text: code.slice(i + 1, end) });
    i = end;
  }
  return texts;
}

function endOfString(code: string, start: number): number {
  oneLine.lastIndex = start;
  return oneLine.test(code) ? oneLine.lastIndex - 1 : start;
}

function endOfTemplate(code: string, start: number): number {
  for (let i = start + 1; i < code.length; i += 1) {
    if (code[i] === '\\') i += 1;
    else if (code[i] === '`') return i;
    else if (code.startsWith('${', i)) i = endOfHole(code, i + 2);
  }
  return code.length;
}

function endOfHole(code: string, start: number): number {
  let depth = 1;
  for (let i = start; i < code.length; i += 1) {
    if (code[i] === '`') i = endOfTemplate(code, i);
    else if (code[i] === '{') depth += 1;
    else if (code[i] === '}') depth -= 1;
    if (depth === 0) return i;
  }
  return code.length;
}

/** The text with the constants it is put together from; `known` are those of the file, then everybody's. */
function expand(text: string, known: Map<string, string>, depth = 0): string {
  if (depth > 5) return text;
  return text.replace(/\$\{\s*(\w+)\b[^}]*\}/g, (whole, name: string) => {
    const part = known.get(name);
    return part === undefined ? whole : expand(part, known, depth + 1);
  });
}

const named = (texts: Text[]): [string, string][] =>
  texts.flatMap(({ name, text }) => (name === null ? [] : [[name, text] as [string, string]]));

const afterKeyword = /\b(?:from|join|into|update|using)\s+(?:only\s+|lateral\s+)?(?:public\.)?"?(\w+)"?/gi;
const afterComma =
  /,\s*(?:public\.)?"?(\w+)"?(?=\s+(?:where|join|left|cross)\b|\s+(?:as\s+)?\w+\s*(?:,|\bwhere\b|\bjoin\b|$))/gi;

/** Tables that one statement names. */
export function tablesIn(sql: string): string[] {
  const names = [...sql.matchAll(afterKeyword), ...sql.matchAll(afterComma)].map((m) => (m[1] ?? '').toLowerCase());
  return [...new Set(names)].filter((name) => Object.hasOwn(distribution, name));
}

/** Axes that a statement touches; reference tables are on every node and go with each. */
function axesOf(tables: string[]): string[] {
  return [...new Set(tables.map((table) => distribution[table] ?? 'reference'))].filter((axis) => axis !== 'reference');
}

/**
 * One statement stays on one axis (decision 0003): a distributed database cannot join a facility's rows with a
 * resident's, nor local tables with either at any speed.
 */
export function checkAxes(sources: Source[], allowed: Record<string, string> = crossAxis): Breach[] {
  const product = sources.filter((source) => areaOf(source.path) === 'server' && !isTest(source.path));
  const read = product.map(({ path, text }) => ({ path, texts: textsOf(codeOf(text)) }));
  const everybody = read.flatMap(({ texts }) => named(texts));
  const used = new Set<string>();
  const breaches = read.flatMap(({ path, texts }) => {
    const known = new Map([...everybody, ...named(texts)]);
    const mixed = texts.map(({ text }) => tablesIn(expand(text, known))).filter((tables) => axesOf(tables).length > 1);
    if (mixed.length > 0) used.add(path);
    return Object.hasOwn(allowed, path) ? [] : mixed.map((tables) => breach(path, tables));
  });
  const stale = Object.keys(allowed).filter((path) => !used.has(path));
  return [
    ...breaches,
    ...stale.map((path) => ({ wall: 'axes', path, message: 'is excepted, but mixes no axes: take it off the list' })),
  ];
}

const breach = (path: string, tables: string[]): Breach => ({
  wall: 'axes',
  path,
  message: `one statement names ${tables.map((table) => `${table} (${distribution[table]})`).join(', ')}: fetch the other axis by ids in a second one`,
});
