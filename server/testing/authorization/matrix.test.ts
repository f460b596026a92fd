import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { testContext } from '../../kernel/test-context.ts';
import { appRouter } from '../../root.ts';
import { mayKnow } from './expected.ts';
import { guards } from './guards.ts';
import { buildHouse, type House } from './house.ts';
import { type Walked, walk } from './walk.ts';
import type { Outcome } from './without.ts';

const product = { appRouter, testContext };
let db: TestDatabase;
let house: House;
let reads: Walked;
beforeAll(async () => {
  db = await openTestDatabase();
  house = await buildHouse(db);
  reads = await walk(product, db, house);
}, 180_000);
afterAll(() => db.close());

const leaksOf = ({ leaks }: Walked) => leaks.map((leak) => `${leak.actor} ${leak.procedure}: ${leak.canary}`);

describe('every procedure, as everybody, about everybody', () => {
  it('has a line for each actor', () => {
    expect(Object.keys(mayKnow).sort()).toEqual(Object.keys(house.actors).sort());
  });

  it('tells nobody what is not theirs: not in answers, errors, headers or logs', () => {
    expect(leaksOf(reads)).toEqual([]);
    expect(reads.calls).toBeGreaterThan(5000);
  });

  it.each(Object.keys(mayKnow))('%s learns all that is theirs, so that the silence above means something', (actor) => {
    expect([...(reads.known.get(actor) ?? [])].sort()).toEqual([...new Set(mayKnow[actor])].sort());
  });

  it('tells nothing foreign where something is changed either', { timeout: 120_000 }, async () => {
    const changes = await walk(product, db, house, { kind: 'mutation' });
    expect(leaksOf(changes)).toEqual([]);
    expect(changes.answered).toBeGreaterThan(10);
  });
});

describe('the matrix can go red', () => {
  const outcomes = new Map<string, Outcome>();
  beforeAll(async () => {
    // another house, as the changes above have been made in this one
    const fresh = await openTestDatabase();
    try {
      for (const outcome of await runWithout(await buildHouse(fresh))) outcomes.set(outcome.name, outcome);
    } finally {
      await fresh.close();
    }
  }, 600_000);

  it.each(guards.map(({ name }) => name))('without “%s” somebody learns what is foreign to them', (name) => {
    const outcome = outcomes.get(name);
    expect(outcome?.lost, 'the line of the guard stands where it is said to').toBe(false);
    expect(outcome?.leak).toMatch(/\S+ [\w.]+: \S+/);
  });
});

/** Each guard taken out in turn, in a process beside this one. */
async function runWithout(own: House): Promise<Outcome[]> {
  const folder = await mkdtemp(join(tmpdir(), 'huimin-without-'));
  const file = join(folder, 'house.json');
  await writeFile(file, JSON.stringify(own));
  const path = fileURLToPath(new URL('without.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [path, file], { maxBuffer: 10_000_000 });
  await rm(folder, { recursive: true });
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Outcome);
}
