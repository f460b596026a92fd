import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['{app,server,db,fhir,bench}/**/*.test.ts'],
    exclude: ['node_modules', '.next', '.data'],
    globalSetup: ['db/testing/global-setup.ts'],
    pool: 'forks',
    // left alone, vitest keeps one processor free, which on a machine of two is half of it
    maxWorkers: '100%',
    testTimeout: process.env.DATABASE_URL ? 60_000 : 20_000,
    hookTimeout: 60_000,
    env: { TZ: 'Asia/Shanghai' },
  },
});
