import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openDatabase } from '#db/client.ts';
import { connectedDefault, connectedHospitals } from '#db/seed/connected-hospitals.ts';
import { seedDemoTraces } from '#db/seed/demo-traces.ts';
import { type SeedOutcome, type SeedProgress, seedRegion } from '#db/seed/main.ts';
import { seedServices } from '#db/seed/services.ts';
import { regionDay, systemClock } from '../kernel/clock.ts';
import { maskIdNumber, maskPhone } from '../kernel/national-id.ts';
import { hashPassword } from '../kernel/passwords.ts';
import { createSealing } from '../kernel/sealing.ts';
import { countFigures } from '../reports/count-figures.ts';
import { demoMark } from '../services.ts';
import { draftDemoPlaces } from './demo-places.ts';
import { bookDemoVisits } from './demo-visits.ts';

export type SeedRequest = {
  url: string;
  secret: string;
  residents?: number;
  /** Hospitals with a system of their own, in the sandbox at `sandboxUrl`. */
  his?: number;
  sandboxUrl?: string;
  scale?: 'demo' | 'province';
  /** Asked for by name, so that no real database is filled with invented people by accident. */
  thisDatabase?: boolean;
  progress?: SeedProgress;
};

export const seedDefaults = {
  residents: 2000,
  his: connectedDefault,
  sandboxUrl: 'http://127.0.0.1:3002',
  scale: 'demo',
} as const;

/** Visits booked in the demo's first week; more show nothing new. */
const demoVisitsMost = 4000;

/** Seeds a migrated database; on one that is seeded already it adds only what is newly asked for. */
export async function seedDatabase(request: SeedRequest): Promise<SeedOutcome> {
  const { residents, his, sandboxUrl, scale, url, secret, thisDatabase, progress } = { ...seedDefaults, ...request };
  const db = openDatabase({ url, name: 'huimin-seed', max: 2, timeoutMs: 600_000 });
  const client = await db.pool.connect();
  try {
    const { rows } = await client.query(
      `select shobj_description(oid, 'pg_database') as mark from pg_database where datname = current_database()`,
    );
    const demo = rows[0]?.mark === demoMark;
    if (!demo && !thisDatabase) {
      throw new Error(
        'This is not the demo database. To fill it with the sample region all the same, add --yes-this-database.',
      );
    }
    const kernel = { ...createSealing(secret), maskIdNumber, maskPhone, hashPassword };
    const connected = connectedHospitals(his, kernel.hash);
    const today = regionDay(new Date());
    const outcome = await seedRegion(client, {
      scale,
      residents,
      today,
      demo,
      connected,
      sandboxUrl,
      kernel,
      progress,
    });
    await draftDemoPlaces(db);
    await seedServices(client, today);
    if (demo) await seedDemoTraces(client, today);
    if (outcome.region === 'seeded') {
      if (demo) await bookDemoVisits(url, secret, Math.min(Math.round(residents * 0.4), demoVisitsMost));
      await countFigures({ db, clock: systemClock, log: console });
    }
    return outcome;
  } finally {
    client.release();
    await db.pool.end();
  }
}

/** One living line on a terminal; elsewhere a JSON line whenever another twentieth of a part is done. */
function showProgress(out: NodeJS.WriteStream): SeedProgress {
  let shown = '';
  return (part, done, total) => {
    const step = total > 0 ? Math.floor((done / total) * 20) : 20;
    if (shown === `${part} ${step}`) return;
    shown = `${part} ${step}`;
    const bar = `${'█'.repeat(step)}${'░'.repeat(20 - step)}`;
    if (out.isTTY) out.write(`\r\x1b[2K  ${bar} ${part} ${done.toLocaleString('en')} / ${total.toLocaleString('en')}`);
    else out.write(`${JSON.stringify({ part, done, total })}\n`);
  };
}

const usage = `npm run db:seed -- [options]      DATABASE_URL and HUIMIN_SECRET name the database and its key
  --residents N           sample residents wanted in all, ${seedDefaults.residents}
  --his N                 hospitals connected to the sandbox, ${seedDefaults.his}
  --sandbox URL           where the sandbox listens, ${seedDefaults.sandboxUrl}
  --sandbox-config FILE   also write the sandbox's hospitals, with their tokens, to FILE
  --scale demo|province   numbers a week: about 150,000, or every half-day of every department
  --yes-this-database     fill a database that is not the demo's`;

async function runCommand(args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const { values } = parseArgs({
    args,
    options: {
      residents: text,
      his: text,
      sandbox: text,
      'sandbox-config': text,
      scale: text,
      'yes-this-database': flag,
      help: flag,
    },
  });
  if (values.help) return console.log(usage);
  if (!env.DATABASE_URL || !env.HUIMIN_SECRET) throw new Error(`DATABASE_URL and HUIMIN_SECRET must be set.\n${usage}`);
  if (values.scale && values.scale !== 'demo' && values.scale !== 'province')
    throw new Error(`--scale is demo or province.\n${usage}`);
  const number = (name: 'residents' | 'his') => {
    const value = Number(values[name] ?? seedDefaults[name]);
    if (!Number.isInteger(value) || value < 0)
      throw new Error(`--${name} is "${values[name]}", but must be a whole number.`);
    return value;
  };
  const secret = env.HUIMIN_SECRET;
  const started = Date.now();
  const outcome = await seedDatabase({
    url: env.DATABASE_URL,
    secret,
    residents: number('residents'),
    his: number('his'),
    sandboxUrl: values.sandbox ?? seedDefaults.sandboxUrl,
    scale: values.scale === 'province' ? 'province' : 'demo',
    thisDatabase: values['yes-this-database'] ?? false,
    progress: showProgress(process.stdout),
  });
  if (values['sandbox-config']) {
    const hospitals = connectedHospitals(outcome.connected, createSealing(secret).hash);
    writeFileSync(values['sandbox-config'], JSON.stringify({ platformNoticeUrl: null, hospitals }), { mode: 0o600 });
  }
  if (process.stdout.isTTY) process.stdout.write('\r\x1b[2K');
  const region = outcome.region === 'seeded' ? 'The region is seeded' : 'The region was there already';
  console.log(`${region}; residents added: ${outcome.residentsAdded}. ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

if (import.meta.main) {
  await runCommand(process.argv.slice(2), process.env).catch((error: Error) => {
    console.error(error.message);
    process.exit(1);
  });
}
