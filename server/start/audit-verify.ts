import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '#db/client.ts';
import type { Noted } from '../audit/verify/checkpoints.ts';
import { verifyAudit } from '../audit/verify/verify-audit.ts';
import { wordReport } from '../audit/verify/word-report.ts';
import { createSealing } from '../kernel/sealing.ts';

const usage = `npm run audit:verify -- [options]     holds audit and access rows against their seals; changes nothing
  DATABASE_URL            the database; without it the demo that runs on the data folder
  HUIMIN_SECRET           the root secret, whose key signed; or, for whoever must not have it:
  --key PUBLIC_KEY        the public key to believe, may be given more than once
  --data DIR              the demo's data folder, .data                 HUIMIN_DATA
  --noted NUMBER:DIGEST   a checkpoint that was noted beforehand still stands; its first 16 digits are enough
Exit code 0: all is as it was sealed; 1: something is not; 2: it could not be checked.`;

class Unusable extends Error {}

function readArguments(args: string[]) {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args,
    options: { key: { type: 'string', multiple: true }, data: text, noted: text, help: { type: 'boolean' } },
  });
  return values;
}

/** The embedded server that runs on this folder says its port in its own file. */
function runningDemo(dir: string): string {
  const file = join(dir, 'pg', 'postmaster.pid');
  if (!existsSync(file))
    throw new Unusable(`No database runs on ${dir}. Start it (npm start), or name one: DATABASE_URL=postgres://…`);
  const port = readFileSync(file, 'utf8').split('\n')[3];
  return `postgres://postgres:postgres@127.0.0.1:${port}/huimin`;
}

function publicKeys(given: string[], env: NodeJS.ProcessEnv, dir: string): string[] {
  if (given.some((key) => Buffer.from(key, 'base64url').length !== 32))
    throw new Unusable('--key is not a public key: it has 43 letters and digits, as audit:verify prints it.');
  if (given.length > 0) return given;
  const file = join(dir, 'secret');
  const secret = env.HUIMIN_SECRET || (!env.DATABASE_URL && existsSync(file) ? readFileSync(file, 'utf8').trim() : '');
  if (secret.length < 32) throw new Unusable('Whose signature is to be believed? Set HUIMIN_SECRET, or give --key.');
  return [createSealing(secret).auditSigner.publicKey];
}

function readNoted(text: string): Noted {
  const match = /^(\d+):([0-9a-f]{16,64})$/.exec(text.trim().toLowerCase());
  if (!match) throw new Unusable(`--noted is "${text}", but must be NUMBER:DIGEST, e.g. 812:9f86d081884c7d65`);
  return { number: Number(match[1]), digest: match[2] ?? '' };
}

async function main(args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const values = readArguments(args);
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const dir = values.data ?? env.HUIMIN_DATA ?? '.data';
  const url = env.DATABASE_URL || runningDemo(dir);
  const keys = publicKeys(values.key ?? [], env, dir);
  const noted = values.noted === undefined ? undefined : readNoted(values.noted);
  const db = openDatabase({ url, name: 'huimin-audit-verify', max: 1, timeoutMs: 3_600_000 });
  try {
    const report = await verifyAudit(db, { publicKeys: keys, ...(noted ? { noted } : {}) });
    for (const line of wordReport(report)) console.log(line);
    console.log(`Believed: ${keys.join(', ')}`);
    return report.genuine ? 0 : 1;
  } finally {
    await db.pool.end();
  }
}

process.exitCode = await main(process.argv.slice(2), process.env).catch((error: Error) => {
  console.error(error instanceof Unusable ? error.message : `It could not be checked: ${error.message}\n${usage}`);
  return 2;
});
