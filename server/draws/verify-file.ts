import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkPublicFile } from './check-public-file.ts';
import { publicFile } from './schema/public-file.ts';

/**
 * `npm run draw:verify -- FILE [--commitment HASH]`: does a published draw again from its file alone, with neither server
 * nor database. Exit code 0: all is as published; 1: something is not; 2: no such file.
 */
const usage = 'Usage: npm run draw:verify -- FILE.json [--commitment HASH]   (HASH: what the page showed beforehand)';

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { commitment: { type: 'string' } } });
    const [path] = positionals;
    if (path && positionals.length === 1) return { path, noted: values.commitment?.trim().toLowerCase() };
  } catch (error) {
    console.error((error as Error).message);
  }
  return fail(usage);
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return fail(`${path} cannot be read as JSON: ${(error as Error).message}`);
  }
}

const titles = {
  shape: 'the file has every part and nothing else',
  digest: 'the content has the published digest',
  times: 'promised before requests, drawn after them',
  commitment: 'the seed is the promised one',
  list: 'the list of requests is the one that was closed',
  order: 'the order drawn again gives the same results',
};

const { path, noted } = readArguments();
const content = readJson(path);
const findings = checkPublicFile(content);
for (const { check, fault } of findings)
  console.log(`${fault ? '✗' : '✓'} ${titles[check]}${fault ? `: ${fault}` : ''}`);
const read = publicFile.safeParse(content);
const asNoted = !noted || (read.success && read.data.commitment === noted);
if (noted) console.log(`${asNoted ? '✓' : '✗'} the commitment is the one you noted`);
if (read.success) {
  const { facilityName, departmentName, date, tickets, entries, digest } = read.data;
  const won = entries.filter(({ result }) => result === 'won').length;
  console.log(
    `${facilityName} ${departmentName} ${date}: ${entries.length} requests, ${tickets.length} numbers, ${won} drawn`,
  );
  console.log(`digest ${digest}`);
}
const genuine = asNoted && findings.every(({ fault }) => fault === null);
console.log(
  genuine
    ? 'Reproduced: the published result follows from the promised seed.'
    : 'NOT reproduced: do not trust this file.',
);
process.exit(genuine ? 0 : 1);
