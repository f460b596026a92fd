import { readFileSync } from 'node:fs';
import { type Logger as GraphileLogger, Logger, run } from 'graphile-worker';
import { readEnv } from './env.ts';
import { rounds, startJobs, taskList } from './jobs.ts';
import { exitOnFault } from './kernel/exit-on-fault.ts';
import type { Log } from './kernel/log.ts';
import { startWorkerLife } from './kernel/worker-life.ts';
import { openServices } from './services.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const env = readEnv();
const services = await openServices(env, 'worker');
const { log } = services;
exitOnFault(log);

const concurrency = Number(process.env.WORKER_CONCURRENCY ?? 8);
const life = startWorkerLife(env.DATABASE_URL, version);

const runner = await run({
  events: life.events,
  gracefulShutdownAbortTimeout: 3000,
  connectionString: env.DATABASE_URL,
  maxPoolSize: concurrency + 2,
  concurrency,
  pollInterval: 1000,
  noHandleSignals: true,
  logger: toOurLog(log),
  taskList: taskList(services),
  parsedCronItems: rounds,
});
for (const job of startJobs) await runner.addJob(job, {}, { jobKey: job, queueName: job });
log.info({ ready: true }, 'working');

let stopping = false;
const stop = async () => {
  if (stopping) return;
  stopping = true;
  log.info('finishing the jobs in progress');
  // without a database the runner would wait for ever; a job cut short goes to another worker (kernel/worker-life.ts)
  setTimeout(() => process.exit(0), 5000).unref();
  await runner.stop().catch(() => {});
};
process.on('SIGTERM', stop);
process.on('SIGINT', stop);

// graphile-worker reconnects by itself; should it give up, a fresh process takes over
const failure = await runner.promise.then(
  () => null,
  (error: unknown) => error,
);
if (failure && !stopping) log.fatal({ err: failure }, 'the worker gave up');
await life.end();
await services.db.pool.end().catch(() => {});
process.exit(stopping ? 0 : 1);

/** Its lines in the form of ours; job payloads hold ids only. */
function toOurLog(log: Log): GraphileLogger {
  const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const;
  return new Logger((scope) => (level, text) => {
    log[levels[level as keyof typeof levels] ?? 'debug']({ job: scope.jobId, task: scope.taskIdentifier }, text);
  });
}
