import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** One thing that failed: where it stands, its full name, and what was said. */
export type Failure = { file: string; name: string; message: string };

export type VitestReport = {
  numPassedTests: number;
  numPendingTests: number;
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
};

type Suite = { title: string; file: string; specs: Spec[]; suites?: Suite[] };
type Spec = {
  title: string;
  tests: {
    projectName: string;
    status: string;
    annotations?: { type: string; description?: string }[];
    results: { errors: { message?: string }[] }[];
  }[];
};
export type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: { message?: string; location?: { file: string } }[];
  suites: Suite[];
};

/** Failed tests of a vitest run, and files that failed outside their tests. */
export function vitestFailures(report: VitestReport, root: string): Failure[] {
  return report.testResults.flatMap((one) => {
    const file = relative(root, one.name);
    const failed = one.assertionResults.filter((test) => test.status === 'failed');
    if (one.status === 'failed' && failed.length === 0)
      return [{ file, name: 'the file itself', message: one.message || 'failed outside its tests' }];
    return failed.map((test) => ({ file, name: test.fullName, message: test.failureMessages[0] ?? '' }));
  });
}

/** Failed journeys of a Playwright run by project, and errors outside any journey. */
export function playwrightFailures(report: PlaywrightReport, root: string): Failure[] {
  const outside = report.errors.map((error) => ({
    file: error.location ? relative(root, error.location.file) : '',
    name: 'outside the journeys',
    message: error.message ?? '',
  }));
  const failed = (test: Spec['tests'][number]) =>
    test.status === 'unexpected' ? (test.results.at(-1)?.errors[0]?.message ?? '') : null;
  return [...report.suites.flatMap((suite) => collect(suite, [], failed)), ...outside];
}

/** Journeys that did not run, with the reason they gave. */
export function playwrightSkips(report: PlaywrightReport): Failure[] {
  const skipped = (test: Spec['tests'][number]) =>
    test.status === 'skipped' ? `skipped: ${test.annotations?.find(({ type }) => type === 'skip')?.description}` : null;
  return report.suites.flatMap((suite) => collect(suite, [], skipped));
}

/** What `say` has to say of each journey, by project and full name; null leaves it out. */
function collect(suite: Suite, above: string[], say: (test: Spec['tests'][number]) => string | null): Failure[] {
  const here = suite.title === suite.file ? above : [...above, suite.title];
  const own = suite.specs.flatMap((spec) =>
    spec.tests.flatMap((test) => {
      const message = say(test);
      const name = [`[${test.projectName}]`, [...here, spec.title].join(' › ')].join(' ');
      return message === null ? [] : [{ file: suite.file, name, message }];
    }),
  );
  return [...own, ...(suite.suites ?? []).flatMap((inner) => collect(inner, here, say))];
}

const most = 6;

/** The first lines of a message, and the first place in our own code that it names. */
export function firstLines(message: string): string[] {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const stack = lines.findIndex((line) => /^\s+at /.test(line));
  const said = lines.slice(0, stack === -1 ? most : Math.min(stack, most));
  const ours = lines.find((line) => /^\s+at /.test(line) && !/node_modules|node:internal/.test(line));
  return ours ? [...said, ours.trim()] : said;
}

/** What a person needs at the end of a long log: everything that failed, by step. */
export function listOfFailures(steps: { name: string; failures: Failure[] }[]): string {
  return steps
    .flatMap(({ name: step, failures }) =>
      failures.flatMap(({ file, name, message }) => [
        `✗ ${[step, file, name].filter(Boolean).join(' · ')}`,
        ...firstLines(message).map((line) => `    ${line}`),
      ]),
    )
    .join('\n');
}
