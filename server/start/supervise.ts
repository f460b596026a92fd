import { fileURLToPath } from 'node:url';
import { migrateDatabase } from '#db/migrations.ts';
import { type Build, buildWeb } from './build-web.ts';
import { closedToOthers, type DataDir, openDataDir } from './data-dir.ts';
import { demoSize, markDemo, seedDemo } from './demo-region.ts';
import { readOptions, type StartOptions, usage } from './options.ts';
import type { Part } from './part.ts';
import { settlePorts } from './ports.ts';
import { createProgress } from './progress.ts';
import { createParts, createPostgres, createSandbox, type StackContext } from './stack.ts';
import { stopOnSignals } from './stopping.ts';
import { untilReady, welcome } from './welcome.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const began = performance.now();
const progress = createProgress();
/** In the order in which they are stopped: pages first, so that no visitor meets half a system. */
const order = ['web', 'api', 'worker', 'sandbox', 'postgres'];
const placeOf = ({ name }: Part) => order.indexOf(name.replace(/-\d+$/, '')); // 'api-2' beside 'api'
const parts: Part[] = [];

async function start(options: StartOptions, data: DataDir, build: Build): Promise<void> {
  const embedded = !options.databaseUrl;
  const demo = embedded && process.env.HUIMIN_DEMO !== '0';
  const context: StackContext = {
    options,
    data,
    onEvent: (text) => progress.note(`  ${new Date().toISOString().slice(11, 19)}  ${text}`),
    onLine: (part, line) => {
      if (options.logs) process.stdout.write(`${part.padEnd(8)} ${line}\n`);
    },
  };
  const add = (part: Part) => {
    parts.push(part);
    parts.sort((a, b) => placeOf(a) - placeOf(b));
    return part;
  };

  if (embedded) await progress.phase('Database', () => add(createPostgres(context)).start());
  const url = options.databaseUrl ?? `postgres://postgres:postgres@127.0.0.1:${options.pgPort}/huimin`;
  await progress.phase('Schema', () => migrateDatabase(url));
  if (embedded) await markDemo(url);
  const { apis, worker, web } = createParts(context, url, demo);
  if (demo) {
    const size = demoSize(options, data);
    await progress.phase('Demo region', (say) => seedDemo(options, data, url, size, say));
    await progress.phase('Sandbox hospitals', (say) => {
      say(`${size.his} connected`);
      return add(createSandbox(context, size.his)).start();
    });
  }
  await progress.phase('Services', () => Promise.all([...apis, worker].map((part) => add(part).start())));
  if (!build.isDone()) await progress.phase('Building the pages', (say) => build.done(say));
  else await build.done(() => {});
  await progress.phase('Pages', () => add(web).start());
  await progress.phase('Ready', (say) => untilReady(options, say));
  await welcome(options, { demo, seconds: (performance.now() - began) / 1000, print: progress.note });
}

async function main(): Promise<void> {
  const options = readOptions(root, process.argv.slice(2), process.env);
  if (options === 'help') return console.log(usage);
  const data = openDataDir(options.dataDir, process.env);
  let build: Build | undefined;
  const signals = stopOnSignals({
    note: progress.note,
    stop: async () => {
      build?.cancel();
      for (const part of [...parts]) await part.stop();
      data.release();
    },
    kill: () => {
      build?.cancel();
      for (const part of parts) part.kill();
      data.release();
    },
  });
  try {
    progress.note(`Huimin is starting${options.dev ? ' for development' : ''}; data in ${options.dataDir}`);
    const closed = options.databaseUrl ? null : closedToOthers(options.dataDir, `${root}/node_modules/x`);
    if (closed) {
      throw new Error(
        `Postgres does not run as root but as the user "postgres", who cannot enter ${closed}. ` +
          'Start as an ordinary user, move the project (e.g. to /opt), or name your own server with DATABASE_URL.',
      );
    }
    await settlePorts(options, progress.note);
    build = buildWeb(root, { skip: options.dev, log: data.path('logs/build.log') });
    await start(options, data, build);
  } catch (error) {
    if (signals.stopping()) return;
    progress.note(`\n${error instanceof Error ? error.message : String(error)}\n`);
    await signals.stopNow(1);
  }
}

await main().catch((error: Error) => {
  console.error(`\n${error.message}\n`);
  process.exit(1);
});
