import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ClientPlan, ClientReport } from './booking-client.ts';
import type { HttpAnswer } from './http-line.ts';

/** `latencies` in milliseconds, sorted; `cpu` in processor seconds of all threads. */
export type Run = { seconds: number; cpu: number; latencies: number[]; answers: HttpAnswer[] };

/** Runs the clients in threads of their own; all connections start together and stop together. */
export async function runClients(plans: ClientPlan[]): Promise<Run> {
  const workers = plans.map(
    (workerData) => new Worker(new URL('./booking-client.ts', import.meta.url), { workerData }),
  );
  try {
    await Promise.all(workers.map((worker) => heard<'ready'>(worker)));
    for (const worker of workers) worker.postMessage('go');
    const reports = await Promise.all(workers.map((worker) => heard<ClientReport>(worker)));
    return {
      seconds: Math.max(...reports.map((one) => one.seconds)),
      cpu: reports.reduce((sum, one) => sum + one.cpu, 0),
      latencies: reports.flatMap((one) => [...one.latencies]).sort((a, b) => a - b),
      answers: reports.flatMap((one) => one.answers),
    };
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

async function heard<T>(worker: Worker): Promise<T> {
  const [message] = await once(worker, 'message'); // rejects when the thread fails
  return message;
}
