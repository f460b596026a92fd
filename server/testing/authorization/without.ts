import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '#db/client.ts';
import type { Guard } from './guards/guard.ts';
import { guards } from './guards.ts';
import type { House } from './house.ts';
import { type Product, walk } from './walk.ts';

/**
 * What came of taking one guard out: who learnt what, or null where nobody did; `lost` where the line is not there.
 * `past`: who got past the second net as well, of guards that it backs.
 */
export type Outcome = { name: string; leak: string | null; past: string | null; lost: boolean };
/** The same house twice: without the second net, so that each guard is tried alone, and with it. */
export type Houses = { bare: House; netted: House };

const root = new URL('../../../', import.meta.url);
const own = ['server/', 'db/', 'fhir/'].map((folder) => new URL(folder, root).href);

/** Modules asked for by a module of a mutant belong to the mutant: the product anew, with one line changed. */
function hook(mutants: Map<string, Guard>): void {
  const markOf = (url: string | undefined) => /\?without=(\d+)$/.exec(url ?? '')?.[1];
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      const mark = markOf(context.parentURL);
      if (mark === undefined || !own.some((folder) => found.url.startsWith(folder))) return found;
      return { ...found, url: `${found.url.split('?')[0]}?without=${mark}` };
    },
    load(url, context, next) {
      const guard = mutants.get(markOf(url) ?? '');
      if (!guard || !url.startsWith(new URL(guard.file, root).href)) return next(url, context);
      return { format: 'module-typescript', source: mutate(guard), shortCircuit: true };
    },
  });
}

const sourceOf = (guard: Guard) => readFileSync(fileURLToPath(new URL(guard.file, root)), 'utf8');
const mutate = (guard: Guard) => sourceOf(guard).replace(guard.line, () => guard.without);

async function tryWithout(houses: Houses, guard: Guard, mark: number): Promise<Outcome> {
  const { name } = guard;
  if (!sourceOf(guard).includes(guard.line)) return { name, leak: null, past: null, lost: true };
  const load = (path: string) => import(`${new URL(path, root).href}?without=${mark}`);
  const [{ appRouter }, { testContext }, { takeRoute }] = await Promise.all([
    load('server/root.ts'),
    load('server/kernel/test-context.ts'),
    load('server/http/take-route.ts'),
  ]);
  const product = { appRouter, testContext, takeRoute } as Product;
  const leak = await findLeak(product, houses.bare, guard, false);
  return { name, leak, past: guard.net ? await findLeak(product, houses.netted, guard, true) : null, lost: false };
}

async function findLeak(product: Product, house: House, guard: Guard, alone: boolean): Promise<string | null> {
  // names of prepared statements are the connection's: each product has connections of its own
  const db = openDatabase({ url: house.url, name: 'huimin-without', max: 12 });
  try {
    const options = { only: guard.before, first: guard.against, stopAtFirst: true, alone };
    const [leak] = (await walk(product, db, house, options)).leaks;
    return leak ? `${leak.actor} ${leak.procedure}: ${leak.canary}` : null;
  } finally {
    await db.pool.end();
  }
}

/** In a process of its own, told of the houses on its first argument: one line an outcome. */
if (import.meta.main) {
  const houses = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Houses;
  hook(new Map(guards.map((guard, i) => [String(i), guard])));
  for (const [i, guard] of guards.entries()) {
    const outcome = await tryWithout(houses, guard, i);
    process.stdout.write(`${JSON.stringify(outcome)}\n`);
  }
}
