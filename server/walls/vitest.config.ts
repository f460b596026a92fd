import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The walls alone: seconds, no database. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  // half a second on a quiet machine; a busy one must not breach a wall
  test: { include: ['server/architecture.test.ts', 'server/cross-axis.test.ts'], pool: 'threads', testTimeout: 60_000 },
});
