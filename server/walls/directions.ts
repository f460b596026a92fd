import { allowedRooms, fhirRooms } from './rooms.ts';
import { areaOf, type Breach, importsOf, isTest, roomOf, type Source } from './sources.ts';

const wall = 'direction';

/** app → server → (db, fhir); db and fhir are leaves; inside server only the listed pairs of rooms. */
export function checkDirections(sources: Source[]): Breach[] {
  return sources.flatMap((source) =>
    importsOf(source).flatMap((found) => {
      const message = found.target
        ? (areaBreach(source.path, found.target) ?? roomBreach(source.path, found.target))
        : null;
      return message ? [{ wall, path: source.path, message: `imports ${found.specifier}: ${message}` }] : [];
    }),
  );
}

function areaBreach(from: string, target: string): string | null {
  const [here, there] = [areaOf(from), areaOf(target)];
  if (target.startsWith('db/testing/') && !isTest(from) && here !== 'bench' && here !== 'e2e') {
    return 'db/testing is for tests only';
  }
  if (here === there || here === 'e2e' || here === 'bench') return null;
  if (there === 'e2e' || there === 'bench') return `${there} is imported by nobody`;
  if (here === 'db') {
    return 'db is a leaf and knows no room: move the thinking to server/<room>, or pass the function in';
  }
  if (here === 'fhir') return 'fhir is a leaf: it knows neither tables nor rooms; map its values in server/his-sync';
  if (here === 'app' && (there === 'db' || there === 'fhir')) {
    return `the web process holds no database and speaks no FHIR: add a procedure to a server room and call it through app/_trpc`;
  }
  if (here === 'server' && there === 'app')
    return 'server is below app: what both need belongs in server/<room>/schema.ts';
  if (here === 'server' && there === 'fhir' && !mayUseFhir(from, target)) {
    return `only ${fhirRooms.join(' and ')} import fhir: let his-sync translate, and pass plain values`;
  }
  return null;
}

const mayUseFhir = (from: string, target: string): boolean =>
  fhirRooms.includes(roomOf(from) ?? '') || (from.startsWith('server/start/') && target.startsWith('fhir/sandbox/'));

function roomBreach(from: string, target: string): string | null {
  if (areaOf(from) !== 'server' || areaOf(target) !== 'server') return null;
  const [here, there] = [roomOf(from), roomOf(target)];
  if (here === null || isTest(from) || here === there) return null;
  if (there === null) {
    if (target === 'server/trpc.ts' && /router\.ts$/.test(from)) return null;
    return target === 'server/trpc.ts'
      ? 'only a router.ts speaks tRPC: throw a Fault and let the router map it'
      : 'files that put the rooms together are imported by no room';
  }
  const allowed = allowedRooms[here];
  if (!allowed) return `room ${here} is not listed in server/walls/rooms.ts: give it a line`;
  if (allowed.includes(there)) return null;
  return (allowedRooms[there] ?? []).includes(here)
    ? `${there} is below ${here}: queue a job (kernel/queue.ts) in the same transaction and let ${there} do the work`
    : `${here} may not know ${there}: move what both need up, or add the pair to server/walls/rooms.ts with a reason`;
}

/**
 * Circles among files, each named once. Types count too, but not in app, where the texts of one language
 * are typed by those of another.
 */
export function checkCircles(sources: Source[]): Breach[] {
  const known = new Set(sources.map((source) => source.path));
  const edges = new Map(
    sources.map((source) => [
      source.path,
      importsOf(source)
        .filter((found) => !(found.typeOnly && areaOf(source.path) === 'app'))
        .flatMap((found) => (found.target && known.has(found.target) ? [found.target] : [])),
    ]),
  );
  const state = new Map<string, 'open' | 'done'>();
  const trail: string[] = [];
  const circles: Breach[] = [];
  const visit = (path: string): void => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      const circle = [...trail.slice(trail.indexOf(path)), path];
      circles.push({
        wall: 'circle',
        path,
        message: `${circle.join(' → ')}: move what both need into a file of its own`,
      });
      return;
    }
    state.set(path, 'open');
    trail.push(path);
    for (const next of edges.get(path) ?? []) visit(next);
    trail.pop();
    state.set(path, 'done');
  };
  for (const { path } of sources) visit(path);
  return circles;
}
