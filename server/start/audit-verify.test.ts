import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type AuditHouse, auditHouse } from '../audit/testing/audit-house.ts';

const program = fileURLToPath(new URL('./audit-verify.ts', import.meta.url));
let house: AuditHouse;
beforeAll(async () => {
  house = await auditHouse();
  await house.change('H1');
  await house.seal();
});
afterAll(() => house.db.close());

/** As whoever has the public key alone would run it. */
function run(...args: string[]) {
  const env = { NODE_ENV: 'test' as const, PATH: process.env.PATH, DATABASE_URL: house.db.url };
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { env, encoding: 'utf8' });
  return { status, text: stdout + stderr };
}
const key = () => ['--key', house.publicKeys[0] ?? ''];

// it holds the whole database against its seals, so nobody else may write
describe.skipIf(inject('testServer').shared)('audit:verify', () => {
  it('says with its exit code whether all is as it was sealed', async () => {
    const genuine = run(...key());
    expect(genuine.text).toContain('audit_events: 1 sealed rows');
    expect(genuine.status).toBe(0);
    const noted = /to note down: (\d+:[0-9a-f]{16})/.exec(genuine.text)?.[1] ?? '';
    expect(run(...key(), '--noted', noted).status).toBe(0);
    await house.db.pool.query(`update audit_events set action = 'something.else'`);
    const forged = run(...key(), '--noted', noted);
    expect(forged.text).toMatch(/position 1: facility H1, row [0-9a-f-]{36}/);
    expect(forged.status).toBe(1);
  });

  it('says what it lacks instead of judging', () => {
    expect(run()).toEqual({ status: 2, text: expect.stringContaining('HUIMIN_SECRET, or give --key') });
    expect(run('--key', 'abc')).toEqual({ status: 2, text: expect.stringContaining('not a public key') });
    expect(run(...key(), '--noted', 'x')).toEqual({ status: 2, text: expect.stringContaining('NUMBER:DIGEST') });
  });
});
