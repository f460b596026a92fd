import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findChromium } from './chromium.ts';
import { listOfFailures } from './failures.ts';
import { addUp, failedStep, readPlaywright, readVitest, stepLine, summaryLine, type Tally } from './tally.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const bin = (name: string) => join(root, 'node_modules', '.bin', name);
const reports = mkdtempSync(join(tmpdir(), 'huimin-reports-'));
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));

type Step = { name: string; in: ('check' | 'unit' | 'e2e')[]; run: () => Promise<Tally> };
const { values, positionals } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true });

/** Runs a command with its output shown; answers its exit code. */
function run(command: string, args: string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal));
    child.once('error', () => resolve(127));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

const check = async (command: string, args: string[]): Promise<Tally> => judge(command, await run(command, args));

const judge = (command: string, code: number): Tally =>
  code === 0
    ? { passed: 1, failed: 0, skipped: 0, failures: [] }
    : failedStep(`${basename(command)} ended with exit code ${code}`);

/** Next writes the types of the routes first: in a fresh clone they are not there yet. */
const types = async (): Promise<Tally> => {
  const code = await run(bin('next'), ['typegen'], { ...process.env, NEXT_TELEMETRY_DISABLED: '1' });
  return code === 0 ? check(bin('tsc'), ['--noEmit', '-p', '.']) : judge('next typegen', code);
};

/** A run that ended badly or ran nothing counts as one failure more, whatever its report says. */
async function vitest(config: string, report: string): Promise<Tally> {
  const file = join(reports, report);
  const args = [
    'run',
    '--config',
    config,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...positionals,
  ];
  return readVitest(file, await run(bin('vitest'), args), root);
}

async function playwright(): Promise<Tally> {
  const chromium = await findChromium(run);
  const file = join(reports, 'e2e.json');
  const args = ['test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json', ...positionals];
  const env = { ...process.env, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const maySkip = Boolean(process.env.E2E_URL);
  return readPlaywright(file, await run(bin('playwright'), args, env), { root: join(root, 'e2e'), maySkip });
}

const steps: Step[] = [
  {
    name: 'Format and lint',
    in: ['check'],
    run: () => check(bin('biome'), ['check', '.']),
  },
  { name: 'Types', in: ['check'], run: types },
  { name: 'Walls', in: ['check'], run: () => vitest('server/walls/vitest.config.ts', 'walls.json') },
  { name: 'Tests', in: ['unit'], run: () => vitest('server/vitest.config.ts', 'unit.json') },
  { name: 'Journeys in the browser', in: ['e2e'], run: playwright },
];

const wanted = steps.filter((step) => !values.only || step.in.includes(values.only as 'check'));
const began = performance.now();
const tallies: (Tally & { name: string })[] = [];
for (const step of wanted) {
  const started = performance.now();
  console.log(`\n── ${step.name} ${'─'.repeat(Math.max(2, 60 - step.name.length))}`);
  const tally = await step.run().catch((error: Error) => {
    console.error(`\n${error.message}\n`);
    return failedStep(error.message);
  });
  tallies.push({ ...tally, name: step.name });
  console.log(`── ${step.name}: ${stepLine(tally)} (${((performance.now() - started) / 1000).toFixed(0)} s)`);
}
const all = addUp(tallies);
if (all.failed > 0) console.log(`\n── What failed ${'─'.repeat(46)}\n${listOfFailures(tallies)}`);
console.log(`\nTook ${((performance.now() - began) / 1000).toFixed(0)} s.`);
console.log(summaryLine(all));
process.exit(all.failed > 0 || all.passed === 0 ? 1 : 0);
