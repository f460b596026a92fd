import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbedded } from '#db/embedded.ts';
import { unfinished } from './data-dir.ts';

/** The embedded Postgres as a process of its own: prints where it is, ends when Postgres ends. */
const [dataDir = '', port = ''] = process.argv.slice(2);
const dir = join(dataDir, 'pg');

// a first start that was cut short leaves a folder Postgres cannot use; nothing is in it yet
const first = unfinished(join(dataDir, 'pg.unfinished'));
if (first.wasCutShort) rmSync(dir, { recursive: true, force: true });
if (!existsSync(join(dir, 'PG_VERSION'))) first.begin();

const server = await startEmbedded({
  dir,
  port: Number(port),
  database: 'huimin',
  onLog: (line) => process.stderr.write(line),
});
first.done();
console.log(JSON.stringify({ ready: true, url: server.url, pid: server.pid }));

const watch = setInterval(() => {
  try {
    process.kill(server.pid, 0);
  } catch {
    console.error('Postgres has ended');
    process.exit(1);
  }
}, 200);

const stop = async () => {
  clearInterval(watch);
  await server.stop();
  process.exit(0);
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
