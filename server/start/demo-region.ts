import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import { demoMark } from '../services.ts';
import type { DataDir } from './data-dir.ts';
import { openDemoParts } from './demo-parts.ts';
import { writeDemoPeople } from './demo-people.ts';
import type { StartOptions } from './options.ts';
import { seedDatabase, seedDefaults } from './seed.ts';
import { sandboxUrl } from './stack.ts';

/** What the demo was last asked to hold, so that a later plain start keeps it. */
export type DemoSize = { his: number; residents: number };

/** Asked for now, else what it was, else the default; hospitals never become fewer, as their bookings stay. */
export function demoSize(options: StartOptions, data: DataDir): DemoSize {
  const file = data.path('demo.json');
  const was: DemoSize = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : { his: options.his ?? seedDefaults.his, residents: options.residents ?? seedDefaults.residents };
  const size = {
    his: Math.max(was.his, options.his ?? 0),
    residents: Math.max(was.residents, options.residents ?? 0),
  };
  writeFileSync(file, JSON.stringify(size));
  return size;
}

/** Writes on the embedded database that it is the demo's: without this mark demo mode is refused. */
export async function markDemo(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `comment on database ${client.escapeIdentifier(new URL(url).pathname.slice(1))} is ${client.escapeLiteral(demoMark)}`,
    );
  } finally {
    await client.end();
  }
}

/** Fills the demo region; on a filled one only what is newly asked for is added. */
export async function seedDemo(
  options: StartOptions,
  data: DataDir,
  url: string,
  size: DemoSize,
  say: (text: string) => void,
) {
  const outcome = await seedDatabase({
    url,
    secret: data.secret,
    ...size,
    sandboxUrl: sandboxUrl(options),
    progress: (part, done, total) => say(`${part} ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`),
  });
  await openDemoParts(url, data.secret);
  await writeDemoPeople(url, data);
  say(
    outcome.region === 'seeded'
      ? `${size.residents.toLocaleString('en')} residents, ${size.his} hospitals connected`
      : 'already there',
  );
}
