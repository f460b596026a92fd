import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { isReachable, remainingSteps } from './distribute.ts';
import { distribution } from './distribution.ts';
import { planDistribution } from './distribution-plan.ts';
import { readCatalog } from './distribution-rules.ts';
import * as schema from './schema/all.ts';
import { openTestDatabase, type TestDatabase } from './testing/test-database.ts';

const run = promisify(execFile);
const script = fileURLToPath(new URL('./distribute.ts', import.meta.url));
const plan = planDistribution(schema, distribution);
const nothing = { placed: new Set<string>(), keys: new Set<string>() };

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase({ max: 2 });
});
afterAll(() => db.close());

describe('the plan', () => {
  it('places every table that is not local, once, by its own column', () => {
    const placed = plan.filter((step) => step.kind === 'place').map((step) => step.table);
    const spread = Object.keys(distribution).filter((table) => distribution[table] !== 'local');
    expect(placed.sort()).toEqual(spread.sort());
    expect(plan.map((step) => step.sql)).toContain(
      `select create_distributed_table('residents', 'id', colocate_with => 'none')`,
    );
    expect(plan.map((step) => step.sql)).toContain(
      `select create_distributed_table('tickets', 'facility_id', colocate_with => 'session_templates')`,
    );
  });

  it('knows every foreign key of the real database by its real name', async () => {
    const real = (await readCatalog(db.pool)).flatMap((t) => t.foreignKeys.map((key) => ({ ...key, table: t.table })));
    const moving = real.filter((key) => distribution[key.table] !== 'local' || distribution[key.target] !== 'local');
    const names = (kind: string) =>
      plan
        .filter((step) => step.kind === kind)
        .map((step) => step.name)
        .sort();
    expect(names('drop-key')).toEqual(moving.map((key) => key.name).sort());
    expect(names('add-key')).toEqual(names('drop-key'));
  });

  it('takes the keys off and puts the same ones back', async () => {
    const before = await readCatalog(db.pool);
    const client = await db.pool.connect();
    try {
      for (const step of plan.filter((s) => s.kind === 'drop-key')) await client.query(step.sql);
      expect((await readCatalog(client)).filter((t) => t.table === 'appointments')[0]?.foreignKeys).toEqual([]);
      for (const step of plan.filter((s) => s.kind === 'add-key')) await client.query(step.sql);
      const sorted = (tables: typeof before) =>
        tables.map((t) => ({ ...t, foreignKeys: [...t.foreignKeys].sort((a, b) => a.name.localeCompare(b.name)) }));
      expect(sorted(await readCatalog(client))).toEqual(sorted(before));
    } finally {
      client.release();
    }
  });

  it('has nothing left where all is in place, and resumes after an interruption', () => {
    const names = (kind: string) => new Set(plan.filter((step) => step.kind === kind).map((step) => step.name));
    const done = { placed: names('place'), keys: names('add-key') };
    expect(remainingSteps(plan, nothing).filter((step) => step.kind === 'place')).toHaveLength(done.placed.size);
    expect(remainingSteps(plan, done)).toEqual([]);
    expect(remainingSteps(plan, { ...done, keys: new Set() }).map((step) => step.kind)).toEqual(
      [...done.keys].map(() => 'add-key'),
    );
    const oneLeft = { ...done, placed: new Set([...done.placed].filter((table) => table !== 'tickets')) };
    const kinds = new Set(remainingSteps(plan, oneLeft).map((step) => step.kind));
    expect(kinds).toEqual(new Set(['prepare', 'drop-key', 'place', 'add-key']));
  });
});

it('the coordinator enters its own list by the name we know, unless the workers could not use it', () => {
  expect(isReachable('db.example.org', ['w1.example.org'])).toBe(true);
  expect(isReachable('127.0.0.1', ['localhost', '127.0.0.1'])).toBe(true);
  expect(isReachable('[::1]', ['w1.example.org'])).toBe(false);
  expect(isReachable('localhost', ['10.0.0.7'])).toBe(false);
});

describe('the command', () => {
  it('prints the statements without a server', async () => {
    const { stdout } = await run(process.execPath, [script, '--dry-run'], {
      env: { ...process.env, DATABASE_URL: '' },
    });
    const lines = stdout.trim().split('\n');
    expect(lines.every((line) => line.startsWith('--') || line.endsWith(';'))).toBe(true);
    expect(lines).toContain(`select create_reference_table('regions');`);
  });
  it.skipIf(inject('testServer').shared)('says plainly that a server without Citus is left alone', async () => {
    const failure = await run(process.execPath, [script], { env: { ...process.env, DATABASE_URL: db.url } }).catch(
      (e) => e,
    );
    expect(failure.code).toBe(3);
    expect(failure.stderr).toMatch(/no Citus extension/);
  });
});
