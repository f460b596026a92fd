import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { distribution } from '../distribution.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { checkCoverage, checkNet } from './coverage.ts';
import { outside, policies } from './policies.ts';
import { roles } from './roles.ts';
import { listPolicies, lowerStatements } from './statements.ts';
import { stretchNet } from './stretch.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase({ max: 2 });
});
afterAll(() => db.close());

/** What `work` does to the database is undone, roles included. */
async function tried<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await db.pool.connect();
  try {
    await client.query('begin');
    return await work(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

describe('the list', () => {
  it('has a line for every table of a person’s life, or the reason why not', () => {
    expect(checkCoverage(distribution, policies, outside)).toEqual([]);
  });

  it('misses a new table that nobody thought of, and one that is gone', () => {
    const grown = { ...distribution, diaries: 'resident_id' as const };
    expect(checkCoverage(grown, policies, outside)).toEqual([
      'diaries: holds what a person owns; give it a line in db/row-security/policies.ts',
    ]);
    expect(checkCoverage(distribution, { ...policies, diaries: {} }, outside)).toHaveLength(1);
    expect(checkCoverage(distribution, policies, { ...outside, consents: 'why' })).toHaveLength(1);
  });

  it('makes one policy at most for a table, a command and a role', () => {
    const places = listPolicies(policies).map((one) => `${one.table} ${one.command} ${one.role}`);
    expect(new Set(places).size).toBe(places.length);
    expect(places.length).toBeGreaterThan(Object.keys(policies).length * 2);
  });
});

describe('the net over a migrated database', () => {
  it('is the list', async () => {
    expect(await checkNet(db.pool, policies)).toEqual([]);
  });

  it.each([
    ['drop policy consents_resident_select on consents', 'consents: no policy for select huimin_resident'],
    ['alter table cases disable row level security', 'cases: row security is off'],
    ['alter table cases no force row level security', 'cases: its owner is not held'],
    [
      'create policy too_many on denials for select to huimin_staff using (true)',
      'denials: a policy too many for select huimin_staff',
    ],
  ])('is seen to have a hole after: %s', async (statement, fault) => {
    const faults = await tried(async (client) => {
      await client.query(statement);
      return checkNet(client, policies);
    });
    expect(faults).toEqual([fault]);
  });

  it('has no way around: no view and no function runs as its owner', async () => {
    const { rows } = await db.pool.query(
      `select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
       union all select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`,
    );
    expect(rows).toEqual([]);
  });

  it('holds the owner of the tables, too, when the owner is no superuser', async () => {
    const counts = await tried(async (client) => {
      await client.query('create role some_owner');
      await client.query(`insert into consents (resident_id, id, purpose, topic, given, text_version, at, account_id)
        values (gen_random_uuid(), gen_random_uuid(), 'family', 'general', true, 1, now(), gen_random_uuid())`);
      await client.query('alter table consents owner to some_owner');
      const count = async () => (await client.query<{ n: number }>('select count(*) as n from consents')).rows[0]?.n;
      await client.query('set local role some_owner');
      const alone = await count();
      await client.query('reset role');
      await client.query(`grant ${roles.system} to some_owner`);
      await client.query('set local role some_owner');
      return [alone, await count()];
    });
    expect(counts).toEqual([0, 1]);
  });

  it('is taken away whole before tables are spread over a cluster', async () => {
    const left = await tried(async (client) => {
      for (const statement of lowerStatements(policies)) await client.query(statement);
      return (
        await client.query(
          `select relname as name from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace
           union all select policyname from pg_policies where schemaname = 'public'`,
        )
      ).rows;
    });
    expect(left).toEqual([]);
  });

  it('is mended where it has a hole, and left alone where it is whole', async () => {
    const client = await db.pool.connect();
    const statements: string[] = [];
    const watching = {
      query: (text: string, ...rest: never[]) => {
        statements.push(text);
        return client.query(text, ...rest);
      },
    } as unknown as PoolClient;
    try {
      await stretchNet(watching);
      expect(statements.filter((text) => /^(begin|alter|create policy)/.test(text))).toEqual([]);
      await client.query('drop policy consents_resident_select on consents');
      await client.query('create policy strange on denials using (true)');
      await stretchNet(watching);
      expect(await checkNet(client, policies)).toEqual([]);
    } finally {
      client.release();
    }
  });
});
