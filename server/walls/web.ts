import { areaOf, type Breach, importsOf, isTest, type Source } from './sources.ts';

const isClient = (source: Source): boolean =>
  /^\s*(?:\/\/.*\n|\/\*[\s\S]*?\*\/\s*)*['"]use client['"]/.test(source.text);

/** What a browser may load from server: shapes and how they cross the wire, never thinking. */
const browserSafe = (target: string): boolean =>
  target === 'server/kernel/wire.ts' || /^server\/[\w-]+\/schema(\/[\w-]+)?\.ts$/.test(target);

/**
 * Client components, and whatever they import, take from server only schema.ts files and types; the pages
 * on the web process reach no file that opens the database.
 */
export function checkWeb(sources: Source[]): Breach[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const values = (path: string) => {
    const source = byPath.get(path);
    return source ? importsOf(source).flatMap((found) => (found.target && !found.typeOnly ? [found.target] : [])) : [];
  };
  const app = sources.filter((source) => areaOf(source.path) === 'app' && !isTest(source.path));

  const client = reach(
    app.filter(isClient).map((source) => source.path),
    (path) => values(path).filter((t) => areaOf(t) === 'app'),
  );
  const thinking = [...client].flatMap(([path, via]) =>
    values(path)
      .filter((target) => areaOf(target) === 'server' && !browserSafe(target))
      .map((target) => ({
        wall: 'browser',
        path,
        message: `reaches the browser${via === path ? '' : ` through ${via}`} and imports ${target}: import its types only, or move the shape to that room's schema.ts`,
      })),
  );

  const web = reach(
    app.map((source) => source.path),
    values,
  );
  const holding = [...web]
    .filter(([path]) => path.startsWith('db/') || path.startsWith('fhir/'))
    .map(([path, via]) => ({
      wall: 'web',
      path: via,
      message: `leads to ${path}: the web process holds no database, so pages call a procedure through app/_trpc`,
    }));
  return [...thinking, ...holding];
}

/** Every file reachable from the starts, each with the start it was first reached from. */
function reach(starts: string[], next: (path: string) => string[]): Map<string, string> {
  const from = new Map(starts.map((start) => [start, start]));
  const waiting = [...starts];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    for (const target of next(path)) {
      if (from.has(target)) continue;
      from.set(target, from.get(path) ?? path);
      waiting.push(target);
    }
  }
  return from;
}
