import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Embedded, findFreePort, startEmbedded } from '../embedded.ts';
import { migrateDatabase } from '../migrations.ts';

/** A migrated server of its own, durable as in production, that a test or benchmark may crash and start again. */
export type OwnPostgres = {
  url: string;
  /** Process id of the postmaster, the parent of all others. */
  pid: () => number;
  /** kill -9 of the postmaster: the backends follow it, nothing is flushed. */
  crash: () => void;
  /** Starts again on the same data; crash recovery runs first. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
};

export async function startOwnPostgres(settings: string[] = []): Promise<OwnPostgres> {
  const dir = await mkdtemp(join(tmpdir(), 'huimin-own-'));
  await chmod(dir, 0o755); // as root, the server runs under another user, who must be able to enter
  const options = { dir: join(dir, 'pg'), port: await findFreePort(), database: 'huimin', settings };
  let server: Embedded = await startEmbedded(options);
  await migrateDatabase(server.url);
  const restart = async () => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        server = await startEmbedded(options);
        return;
      } catch (error) {
        if (attempt >= 40) throw error; // backends of the killed server may still hold its shared memory
        await pause(250);
      }
    }
  };
  return {
    url: server.url,
    pid: () => server.pid,
    crash: () => process.kill(server.pid, 'SIGKILL'),
    restart,
    stop: async () => {
      await server.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
