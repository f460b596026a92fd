import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { addUp, readPlaywright, readVitest, summaryLine } from './tally.ts';

const dir = mkdtempSync(join(tmpdir(), 'huimin-tally-'));
let count = 0;
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const report = (value: unknown) => {
  count += 1;
  const file = join(dir, `${count}.json`);
  writeFileSync(file, JSON.stringify(value));
  return file;
};
const vitest = (passed: number, failed: number, testResults: unknown[] = []) =>
  report({ numPassedTests: passed, numFailedTests: failed, testResults });
const playwright = (expected: number, unexpected: number, flaky = 0, errors: unknown[] = []) =>
  report({ stats: { expected, unexpected, flaky }, errors });

describe('counting', () => {
  it('adds up and says it in one line', () => {
    expect(
      summaryLine(
        addUp([
          { passed: 2, failed: 0 },
          { passed: 3, failed: 1 },
        ]),
      ),
    ).toBe('5 passed, 1 failed');
  });
  it('reads both reports', () => {
    expect(readVitest(vitest(4, 1), 1)).toEqual({ passed: 4, failed: 1 });
    expect(readPlaywright(playwright(4, 1, 2), 1)).toEqual({ passed: 6, failed: 1 });
  });
  it('counts a file that would not load', () => {
    expect(readVitest(vitest(4, 0, [{ status: 'failed', assertionResults: [] }]), 1)).toEqual({ passed: 4, failed: 1 });
  });
  it.each([
    ['no report', readVitest('/nowhere', 0)],
    ['no journey at all', readPlaywright(playwright(0, 0), 0)],
    ['all passed but a bad end', readPlaywright(playwright(3, 0), 1)],
    ['an error outside a test', readPlaywright(playwright(3, 0, 0, [{}]), 1)],
  ])('calls it failed: %s', (_name, tally) => {
    expect(tally.failed).toBe(1);
  });
});
