import { basename } from 'node:path';
import { type Breach, codeOf, importsOf, type Source } from './sources.ts';

export const limits = { lines: 300, imports: 15 } as const;
const vague = new Set([
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'types',
  'misc',
  'shared',
  'index',
  'constants',
]);
const kebab = /^([a-z0-9]+(-[a-z0-9]+)*|[a-z]{2,3}-[A-Z]{2})(\.[a-z]+)*\.(ts|tsx|mjs)$/; // or a language, as zh-CN

/** Files that only list what there is: the rooms' procedures and jobs, the tables, the texts of a language. */
const lists = /^(server\/root|server\/jobs|db\/schema\/all|app\/_text\/messages\/[\w-]+)\.ts$/;

/** Size, names and habits of one file. */
export function checkShape(sources: Source[]): Breach[] {
  return sources.flatMap(({ path, text }) => faultsOf(path, text).map((message) => ({ wall: 'shape', path, message })));
}

function faultsOf(path: string, text: string): string[] {
  const name = basename(path);
  const stem = name.replace(/\..*$/, '');
  // the walls and their planted breaches name what they forbid
  const code = path.startsWith('server/walls/') || path === 'server/architecture.test.ts' ? '' : codeOf(text);
  const lines = text.trimEnd().split('\n').length;
  const imports = lists.test(path) ? 0 : importsOf({ path, text }).length;
  const folders = path.split('/').slice(1, -1);
  return [
    lines > limits.lines && `${lines} lines: cut it at ${limits.lines}, by noun, into a folder of its name`,
    imports > limits.imports && `${imports} imports: above ${limits.imports} a file does several things; part them`,
    (vague.has(stem) || folders.some((folder) => vague.has(folder))) &&
      `"${stem}" says nothing: name the file by its role or its noun`,
    !kebab.test(name) && `file names are kebab-case: ${name}`,
    /\bclass \w+(Service|Repository|Manager|Helper)\b/.test(code) &&
      'a service class is where a long function goes to live: one write per file',
    /^export \* from/m.test(code) &&
      path !== 'db/schema/all.ts' &&
      'a barrel hides who uses what: import the file itself',
    /\bsql\.raw\(/.test(code) && 'sql.raw takes a string into SQL: pass values as parameters',
  ].filter((fault) => fault !== false);
}
