import { readFileSync } from 'node:fs';

export type Tally = { passed: number; failed: number };

export const addUp = (tallies: Tally[]): Tally => ({
  passed: tallies.reduce((sum, tally) => sum + tally.passed, 0),
  failed: tallies.reduce((sum, tally) => sum + tally.failed, 0),
});

/** The last line of every run, for people and for CI. */
export const summaryLine = ({ passed, failed }: Tally): string => `${passed} passed, ${failed} failed`;

/** A run that ended badly without a failed test (a suite that would not load, a crash) or that ran nothing has failed. */
function judged(tally: Tally | null, exitCode: number): Tally {
  if (!tally) return { passed: 0, failed: 1 };
  const nothingSaid = tally.failed === 0 && (exitCode !== 0 || tally.passed === 0);
  return nothingSaid ? { ...tally, failed: 1 } : tally;
}

function readReport(file: string): Record<string, unknown> | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** From vitest's JSON report; files that could not be loaded count as failed. */
export function readVitest(file: string, exitCode: number): Tally {
  const report = readReport(file) as null | {
    numPassedTests: number;
    numFailedTests: number;
    testResults: { status: string; assertionResults: { status: string }[] }[];
  };
  if (!report) return judged(null, exitCode);
  const broken = report.testResults.filter(
    (one) => one.status === 'failed' && one.assertionResults.every((test) => test.status !== 'failed'),
  );
  return judged({ passed: report.numPassedTests, failed: report.numFailedTests + broken.length }, exitCode);
}

/** From Playwright's JSON report; a test that passed only when repeated counts as passed. */
export function readPlaywright(file: string, exitCode: number): Tally {
  const report = readReport(file) as null | {
    stats: { expected: number; unexpected: number; flaky: number };
    errors: unknown[];
  };
  if (!report) return judged(null, exitCode);
  const { expected, unexpected, flaky } = report.stats;
  return judged({ passed: expected + flaky, failed: unexpected + report.errors.length }, exitCode);
}
