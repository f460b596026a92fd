import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The walls alone: seconds, no database. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: { include: ['server/architecture.test.ts', 'server/cross-axis.test.ts'], pool: 'threads' },
});
