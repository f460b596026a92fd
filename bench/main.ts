import { parseArgs } from 'node:util';
import { benchBooking } from './booking.ts';
import { benchFairness } from './fairness.ts';
import { benchGrowth } from './growth.ts';
import { benchIdentity } from './identity.ts';
import { benchNavigation } from './navigation.ts';
import { benchProvince } from './province.ts';
import { benchRecords } from './records.ts';
import { benchRelease } from './release.ts';
import { type BenchOptions, printResults, type Result } from './result.ts';
import { benchStorm } from './storm.ts';

const benchmarks: Record<string, (options: BenchOptions) => Promise<Result[]>> = {
  booking: benchBooking,
  growth: benchGrowth,
  fairness: benchFairness,
  identity: benchIdentity,
  navigation: benchNavigation,
  province: benchProvince,
  records: benchRecords,
  release: benchRelease,
  storm: benchStorm,
};
const usage = `Usage: npm run bench -- NAME [--json] [--seconds N]   NAME: ${Object.keys(benchmarks).join(', ')}`;

function fail(text: string): never {
  console.error(text);
  process.exit(2);
}

function readArguments() {
  try {
    const options = { json: { type: 'boolean' }, seconds: { type: 'string', default: '15' } } as const;
    return parseArgs({ allowPositionals: true, options });
  } catch (error) {
    return fail(`${(error as Error).message}\n${usage}`);
  }
}

const { values, positionals } = readArguments();
const run = benchmarks[positionals[0] ?? ''];
const seconds = Number(values.seconds);
if (!run || positionals.length !== 1) fail(usage);
if (!(seconds >= 1 && seconds <= 600)) fail(`--seconds is a number from 1 to 600\n${usage}`);

const results = await run({ seconds, note: (text) => console.error(text) });
printResults(results, values.json === true);
process.exit();
