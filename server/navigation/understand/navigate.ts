import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { adviceRules } from './rules/advice.ts';
import { redFlags } from './rules/red-flags.ts';
import { understand } from './understand.ts';

/**
 * `npm run navigate -- --in FILE.jsonl --out FILE.jsonl`: one question a line in, its departments a line out.
 * It uses the rules that come with the program and needs neither a server nor a database.
 */
const usage =
  'Usage: npm run navigate -- --in FILE.jsonl --out FILE.jsonl   (each line of IN: {"id": "…", "text": "…"})';
const line = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

function readArguments() {
  try {
    const { values } = parseArgs({ options: { in: { type: 'string' }, out: { type: 'string' } } });
    if (values.in && values.out) return { from: values.in, to: values.out };
  } catch (error) {
    console.error((error as Error).message);
  }
  return fail(usage);
}

function readLines(file: string): z.infer<typeof line>[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return fail(`${file} cannot be read. Give the path of a file that is there.`);
  }
  return text.split('\n').flatMap((raw, at) => {
    if (raw.trim() === '') return [];
    try {
      return [line.parse(JSON.parse(raw))];
    } catch {
      return fail(
        `${file}, line ${at + 1}: not an object with "id" and "text". Nothing was written; mend the line and try again.`,
      );
    }
  });
}

const { from, to } = readArguments();
const answers = readLines(from).map(({ id, text }) => {
  const { flags, ranked, confidence } = understand(text, {}, { redFlags, adviceRules });
  // a crisis is an emergency to whoever reads this file: nobody in it is to be sent to a queue
  const emergency = flags.some(({ rule }) => rule.kind !== 'fever');
  return JSON.stringify({
    ...{ id, ranked: ranked.map(({ label }) => label), emergency },
    confidence: Number(confidence.toFixed(4)),
  });
});
try {
  writeFileSync(to, answers.map((answer) => `${answer}\n`).join(''));
} catch {
  fail(`${to} cannot be written. Give a path in a folder that is there.`);
}
console.error(`${answers.length} answered.`);
