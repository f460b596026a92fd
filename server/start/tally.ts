import { readFileSync } from 'node:fs';
import {
  type Failure,
  type PlaywrightReport,
  playwrightFailures,
  playwrightSkips,
  type VitestReport,
  vitestFailures,
} from './failures.ts';

export type Tally = { passed: number; failed: number; skipped: number; failures: Failure[] };

export const addUp = (tallies: Tally[]): Tally => ({
  passed: tallies.reduce((sum, tally) => sum + tally.passed, 0),
  failed: tallies.reduce((sum, tally) => sum + tally.failed, 0),
  skipped: tallies.reduce((sum, tally) => sum + tally.skipped, 0),
  failures: tallies.flatMap((tally) => tally.failures),
});

/** The last line of every run, for people and for CI. */
export const summaryLine = ({ passed, failed }: { passed: number; failed: number }): string =>
  `${passed} passed, ${failed} failed`;

/** What a step says at its end: nobody need count what did not run. */
export const stepLine = (tally: Tally): string => `${summaryLine(tally)}, ${tally.skipped} skipped`;

/** A step that failed as a whole, counted as one failure that says why. */
export const failedStep = (message: string): Tally => ({
  passed: 0,
  failed: 1,
  skipped: 0,
  failures: [{ file: '', name: 'the step itself', message }],
});

/** A run that ended badly without a failed test (a suite that would not load, a crash) or that ran nothing has failed. */
function judged(tally: Tally | null, exitCode: number): Tally {
  if (!tally) return failedStep(`wrote no report; exit code ${exitCode}`);
  if (tally.failed > 0 || (exitCode === 0 && tally.passed > 0)) return tally;
  const why = tally.passed === 0 ? 'ran nothing' : 'ended badly though every test passed: see its errors above';
  return { ...failedStep(`${why}; exit code ${exitCode}`), passed: tally.passed, skipped: tally.skipped };
}

function readReport<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** From vitest's JSON report; files that could not be loaded count as failed. */
export function readVitest(file: string, exitCode: number, root = process.cwd()): Tally {
  const report = readReport<VitestReport>(file);
  if (!report) return judged(null, exitCode);
  const failures = vitestFailures(report, root);
  const { numPassedTests: passed, numPendingTests: skipped } = report;
  return judged({ passed, skipped, failed: failures.length, failures }, exitCode);
}

/**
 * From Playwright's JSON report; a test that passed only when repeated counts as passed. On a stack of our own nothing
 * excuses a journey: one that was skipped has failed.
 */
export function readPlaywright(
  file: string,
  exitCode: number,
  { root = process.cwd(), maySkip = false }: { root?: string; maySkip?: boolean } = {},
): Tally {
  const report = readReport<PlaywrightReport>(file);
  if (!report) return judged(null, exitCode);
  const { expected, unexpected, flaky, skipped } = report.stats;
  const inexcusable = maySkip ? [] : playwrightSkips(report);
  const failures = [...playwrightFailures(report, root), ...inexcusable];
  const failed = unexpected + report.errors.length + inexcusable.length;
  return judged({ passed: expected + flaky, failed, skipped, failures }, exitCode);
}
