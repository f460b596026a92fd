import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { policies } from '#db/row-security/policies.ts';
import { openTestDatabase } from '#db/testing/test-database.ts';
import { guards } from './guards.ts';
import { buildHouse } from './house.ts';
import type { Houses, Outcome } from './without.ts';

describe('the matrix can go red', () => {
  const outcomes = new Map<string, Outcome>();
  beforeAll(async () => {
    // other houses, as the changes above have been made in this one
    const [bare, netted] = [await openTestDatabase(), await openTestDatabase()];
    try {
      for (const table of Object.keys(policies))
        await bare.pool.query(`alter table ${table} disable row level security`);
      const houses = { bare: await buildHouse(bare), netted: await buildHouse(netted) };
      for (const outcome of await runWithout(houses)) outcomes.set(outcome.name, outcome);
    } finally {
      await Promise.all([bare.close(), netted.close()]);
    }
  }, 600_000);

  it.each(guards.map(({ name }) => name))('without “%s” somebody learns what is foreign to them', (name) => {
    const outcome = outcomes.get(name);
    expect(outcome?.lost, 'the line of the guard stands where it is said to').toBe(false);
    expect(outcome?.leak).toMatch(/\S+ .+: \S+/);
  });

  const backed = guards.filter(({ net }) => net).map(({ name }) => name);
  it.each(backed)('without “%s” the second net still keeps them out', (name) => {
    expect(outcomes.get(name)?.past).toBeNull();
  });
});

/** Each guard taken out in turn, in a process beside this one. */
async function runWithout(houses: Houses): Promise<Outcome[]> {
  const folder = await mkdtemp(join(tmpdir(), 'huimin-without-'));
  const file = join(folder, 'houses.json');
  await writeFile(file, JSON.stringify(houses));
  const path = fileURLToPath(new URL('without.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [path, file], { maxBuffer: 10_000_000 });
  await rm(folder, { recursive: true });
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Outcome);
}
