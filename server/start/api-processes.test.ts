import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { openDataDir } from './data-dir.ts';
import { readOptions, type StartOptions } from './options.ts';
import { findFreePort } from './ports.ts';
import { createParts } from './stack.ts';

let db: TestDatabase;
let dataDir: string;
beforeAll(async () => {
  db = await openTestDatabase({ max: 2 });
  dataDir = mkdtempSync(join(tmpdir(), 'huimin-apis-'));
});
afterAll(async () => {
  await db.close();
  rmSync(dataDir, { recursive: true, force: true });
});

// elsewhere the kernel does not share connections out
it.runIf(process.platform === 'linux')(
  'as many front processes start as are asked for, all on the one port of the site',
  async () => {
    const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
    const port = await findFreePort();
    const args = ['--api-processes', '2', '--port', String(port), '--data', dataDir];
    const options = readOptions(root, args, {} as NodeJS.ProcessEnv) as StartOptions;
    const data = openDataDir(dataDir, {} as NodeJS.ProcessEnv);
    const { apis } = createParts({ options, data, onEvent: () => {}, onLine: () => {} }, db.url, false);
    expect(apis.map((part) => part.name)).toEqual(['api', 'api-2']);
    try {
      await Promise.all(apis.map((part) => part.start()));
      expect(new Set(apis.map((part) => part.pid)).size).toBe(2);
      expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    } finally {
      await Promise.all(apis.map((part) => part.stop()));
      data.release();
    }
  },
  120_000,
);
