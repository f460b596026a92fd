import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { firstLines, listOfFailures } from './failures.ts';
import { addUp, readPlaywright, readVitest, stepLine, summaryLine } from './tally.ts';

const dir = mkdtempSync(join(tmpdir(), 'huimin-tally-'));
let count = 0;
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const report = (value: unknown) => {
  count += 1;
  const file = join(dir, `${count}.json`);
  writeFileSync(file, JSON.stringify(value));
  return file;
};
const vitest = (passed: number, testResults: unknown[] = []) =>
  report({ numPassedTests: passed, numPendingTests: 1, testResults });
const playwright = (expected: number, unexpected: number, flaky = 0, errors: unknown[] = [], suites: unknown[] = []) =>
  report({ stats: { expected, unexpected, flaky, skipped: 0 }, errors, suites });
const passes = { status: 'passed', fullName: 'a room opens', failureMessages: [] };
const fails = {
  status: 'failed',
  fullName: 'a room closes',
  failureMessages: [
    'AssertionError: expected 1 to be 2\n    at /r/node_modules/x.js:1:1\n    at /r/server/room.test.ts:7:3\n    at /r/server/b.ts:1:1',
  ],
};
const file = { name: '/r/server/room.test.ts', status: 'failed', message: '' };
const failure = { file: 'server/room.test.ts', name: 'a room closes', message: fails.failureMessages.join() };

describe('counting', () => {
  it('adds up and says it in one line', () => {
    const one = { passed: 2, failed: 0, skipped: 1, failures: [] };
    const all = addUp([one, { passed: 3, failed: 1, skipped: 2, failures: [{ file: '', name: 'b', message: '' }] }]);
    expect(summaryLine(all)).toBe('5 passed, 1 failed');
    expect(stepLine(all)).toBe('5 passed, 1 failed, 3 skipped');
    expect(all.failures).toHaveLength(1);
  });
  it('reads vitest, with what failed', () => {
    expect(readVitest(vitest(4, [{ ...file, assertionResults: [passes, fails] }]), 1, '/r')).toEqual({
      ...{ passed: 4, failed: 1, skipped: 1 },
      failures: [failure],
    });
  });
  it('counts a file that would not load', () => {
    const broken = { ...file, message: 'no such module', assertionResults: [] };
    expect(readVitest(vitest(4, [broken]), 1, '/r')).toEqual({
      ...{ passed: 4, failed: 1, skipped: 1 },
      failures: [{ file: 'server/room.test.ts', name: 'the file itself', message: 'no such module' }],
    });
  });
  it('reads Playwright, with what failed and in which project', () => {
    const tried = (...statuses: string[]) =>
      statuses.map((status, i) => ({
        projectName: ['phone', 'desktop'][i],
        status,
        results: [{ errors: [{ message: 'at first' }] }, { errors: [{ message: 'at last' }] }],
      }));
    const inner = {
      title: 'a resident',
      file: 'b.spec.ts',
      specs: [{ title: 'books', tests: tried('expected', 'unexpected') }],
    };
    const suites = [
      { title: 'b.spec.ts', file: 'b.spec.ts', specs: [{ title: 'flaps', tests: tried('flaky') }], suites: [inner] },
    ];
    expect(readPlaywright(playwright(4, 1, 2, [], suites), 1)).toEqual({
      ...{ passed: 6, failed: 1, skipped: 0 },
      failures: [{ file: 'b.spec.ts', name: '[desktop] a resident › books', message: 'at last' }],
    });
  });
  it('counts a skipped journey as failed on a stack of our own, with its reason', () => {
    const annotations = [{ type: 'skip', description: 'too late in the day' }];
    const tests = [{ projectName: 'phone', status: 'skipped', annotations, results: [] }];
    const suites = [{ title: 'b.spec.ts', file: 'b.spec.ts', specs: [{ title: 'calls', tests }] }];
    const file = report({ stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 1 }, errors: [], suites });
    expect(readPlaywright(file, 0)).toEqual({
      ...{ passed: 3, failed: 1, skipped: 1 },
      failures: [{ file: 'b.spec.ts', name: '[phone] calls', message: 'skipped: too late in the day' }],
    });
    expect(readPlaywright(file, 0, { maySkip: true })).toMatchObject({ failed: 0, skipped: 1, failures: [] });
  });
  it.each([
    ['no report', readVitest('/nowhere', 0), 'no report'],
    ['no journey at all', readPlaywright(playwright(0, 0), 0), 'ran nothing'],
    ['all passed but a bad end', readPlaywright(playwright(3, 0), 1), 'ended badly'],
    ['an error outside a test', readPlaywright(playwright(3, 0, 0, [{ message: 'port in use' }]), 1), 'port in use'],
  ])('calls it failed: %s', (_name, tally, why) => {
    expect(tally.failed).toBe(1);
    expect(tally.failures).toEqual([expect.objectContaining({ message: expect.stringContaining(why) })]);
  });
});

describe('the list at the end', () => {
  it('names step, file and test, what was said and the first place in our own code', () => {
    expect(
      listOfFailures([
        { name: 'Walls', failures: [] },
        { name: 'Tests', failures: [failure] },
      ]),
    ).toBe(
      [
        '✗ Tests · server/room.test.ts · a room closes',
        '    AssertionError: expected 1 to be 2',
        '    at /r/server/room.test.ts:7:3',
      ].join('\n'),
    );
  });
  it('keeps a long message short and plain', () => {
    const long = ['\u001b[31mError: gone\u001b[39m', '', ...Array.from({ length: 40 }, (_, i) => `line ${i}`)].join(
      '\n',
    );
    const lines = firstLines(long);
    expect(lines).toHaveLength(6);
    expect(lines.slice(0, 2)).toEqual(['Error: gone', 'line 0']);
  });
  it('says nothing when nothing failed', () => {
    expect(listOfFailures([{ name: 'Tests', failures: [] }])).toBe('');
  });
});
