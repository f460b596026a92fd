import { readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';

export type Source = { path: string; text: string };
export type Import = {
  specifier: string /** Path in the repository, or null for a package. */;
  target: string | null;
  typeOnly: boolean;
};
export type Breach = { wall: string; path: string; message: string };

const areas = ['app', 'server', 'db', 'fhir', 'e2e', 'bench'];

/** Every source file of ours, by its path from the root with forward slashes. */
export async function readSources(root: string): Promise<Source[]> {
  const found = await Promise.all(
    areas.map(async (area) => {
      const entries = await readdir(join(root, area), { recursive: true, withFileTypes: true }).catch(() => []);
      return entries
        .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/').replace(/^\//, ''));
    }),
  );
  const paths = found.flat().sort();
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(root, path), 'utf8') })));
}

/** Text without comment lines and trailing comments, so that prose cannot breach a wall. */
export const codeOf = (text: string): string =>
  text.replace(/^[ \t]*(\/\/|\/\*|\*).*$/gm, '').replace(/[ \t]\/\/ [^'"`\n]*$/gm, '');

const statement = /^\s*(?:import|export)\s+(type\s)?(?:[\w*{}\s,$]+?\sfrom\s*)?['"]([^'"\n]+)['"]/gm;
const dynamic = /\bimport\(\s*['"]([^'"\n]+)['"]\s*\)(?!\.)/g;

/** What a file imports or re-exports; `import type` leaves nothing behind at run time. */
export function importsOf(source: Source): Import[] {
  const code = codeOf(source.text);
  const target = (specifier: string) => resolve(source.path, specifier);
  return [
    ...[...code.matchAll(statement)].map((m) => ({ specifier: m[2] ?? '', typeOnly: Boolean(m[1]) })),
    ...[...code.matchAll(dynamic)].map((m) => ({ specifier: m[1] ?? '', typeOnly: false })),
  ].map((found) => ({ ...found, target: target(found.specifier) }));
}

function resolve(from: string, specifier: string): string | null {
  if (specifier.startsWith('#')) return specifier.slice(1);
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
  return null;
}

export const isTest = (path: string): boolean => /\.(test|spec)\.tsx?$/.test(path) || path.includes('/testing/');

/** First folder, e.g. 'server'. */
export const areaOf = (path: string): string => path.split('/')[0] ?? '';
/** Room of a server file, 'booking'; null for the files and folders that put the rooms together. */
export function roomOf(path: string): string | null {
  const [area, room, file] = path.split('/');
  return area === 'server' && room && file && !entrances.has(room) ? room : null;
}
/** Folders of `server` that wire the rooms together or watch over them; no room may import them. */
export const entrances = new Set(['start', 'http', 'walls', 'decisions']);
