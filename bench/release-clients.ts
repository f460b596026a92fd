import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ReleasePlan, ReleaseReport } from './release-client.ts';

const file = fileURLToPath(new URL('./release-client.ts', import.meta.url));

/** Client processes that are ready; `start` lets them all begin at one instant. */
export async function readyClients(plans: ReleasePlan[]) {
  const clients = plans.map(() => fork(file, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }));
  await Promise.all(
    clients.map(async (client, i) => {
      client.send(plans[i] as ReleasePlan);
      await heard<'ready'>(client);
    }),
  );
  return {
    start: async (at: Date): Promise<ReleaseReport[]> => {
      for (const client of clients) client.send(at.getTime());
      return Promise.all(clients.map((client) => heard<ReleaseReport>(client)));
    },
  };
}

async function heard<T>(client: ChildProcess): Promise<T> {
  const [message] = await Promise.race([
    once(client, 'message'),
    once(client, 'exit').then(([code]) => Promise.reject(new Error(`a client ended early with code ${code}`))),
  ]);
  return message;
}
