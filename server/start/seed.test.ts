import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { seedDatabase } from './seed.ts';

describe.skipIf(inject('testServer').shared)('seeding', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openTestDatabase({ max: 2 });
  });
  afterAll(() => db?.close());

  it('refuses a database without the mark of the demo, and leaves it empty', async () => {
    const request = { url: db.url, secret: 'a-secret-of-at-least-32-characters-x' };
    await expect(seedDatabase(request)).rejects.toThrow('--yes-this-database');
    expect((await db.pool.query('select 1 from facilities limit 1')).rowCount).toBe(0);
  });
});
