import { readFileSync } from 'node:fs';
import { type Logger as GraphileLogger, Logger, run } from 'graphile-worker';
import pg from 'pg';
import { readEnv } from './env.ts';
import { crontab, startJobs, taskList } from './jobs.ts';
import { exitOnFault } from './kernel/exit-on-fault.ts';
import type { Log } from './kernel/log.ts';
import { openServices } from './services.ts';

const beatMs = 5000;
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const env = readEnv();
const services = await openServices(env, 'worker');
const { log } = services;
exitOnFault(log);

const concurrency = Number(process.env.WORKER_CONCURRENCY ?? 8);
const runner = await run({
  connectionString: env.DATABASE_URL,
  maxPoolSize: concurrency + 2,
  concurrency,
  pollInterval: 1000,
  noHandleSignals: true,
  logger: toOurLog(log),
  taskList: taskList(services),
  crontab,
});
for (const job of startJobs) await runner.addJob(job, {}, { jobKey: job });
const beat = startBeat();
log.info({ ready: true }, 'working');

let stopping = false;
const stop = async () => {
  if (stopping) return;
  stopping = true;
  log.info('finishing the jobs in progress');
  // without a database the runner would wait for ever; a job cut short is given to another worker later
  setTimeout(() => process.exit(0), 9000).unref();
  await runner.stop().catch(() => {});
};
process.on('SIGTERM', stop);
process.on('SIGINT', stop);

// graphile-worker reconnects by itself; should it give up, a fresh process takes over
const failure = await runner.promise.then(
  () => null,
  (error: unknown) => error,
);
clearInterval(beat.timer);
if (failure && !stopping) log.fatal({ err: failure }, 'the worker gave up');
await beat.end();
await services.db.pool.end().catch(() => {});
process.exit(stopping ? 0 : 1);

/** One connection whose name and last use tell /readyz that this process lives; no table is needed. */
function startBeat() {
  const pool = new pg.Pool({
    connectionString: env.DATABASE_URL,
    application_name: `huimin-worker-beat ${version}`,
    max: 1,
    connectionTimeoutMillis: 2000,
    query_timeout: 3000,
    idleTimeoutMillis: 0,
  });
  pool.on('error', () => {});
  const tick = () => pool.query('select 1').catch(() => {});
  void tick();
  return { timer: setInterval(tick, beatMs), end: () => pool.end().catch(() => {}) };
}

/** Its lines in the form of ours; job payloads hold ids only. */
function toOurLog(log: Log): GraphileLogger {
  const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const;
  return new Logger((scope) => (level, text) => {
    log[levels[level as keyof typeof levels] ?? 'debug']({ job: scope.jobId, task: scope.taskIdentifier }, text);
  });
}
