import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MintedResident, mintResident } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { askAs, type Client, readAs } from './acting.ts';
import { residentActor, staffActor, systemActor, testContext } from './test-context.ts';
import { transact } from './transaction.ts';

let db: TestDatabase;
let people: MintedResident[];
beforeAll(async () => {
  db = await openTestDatabase({ max: 1, patient: true }); // one connection: whatever is left behind on it, the next one finds
  people = [await mintResident(db), await mintResident(db), await mintResident(db)];
  for (const { residentId } of people) await decide(residentId);
});
afterAll(() => db.close());

const decide = (residentId: string) =>
  db.pool.query(
    `insert into consents (resident_id, id, purpose, topic, given, text_version, at, account_id)
     values ($1, $2, 'family', 'general', true, 1, now(), $2)`,
    [residentId, randomUUID()],
  );
const as = (i: number) => testContext(db, residentActor(people[i % people.length] as MintedResident));
const whose = async (client: Client) =>
  (await client.query<{ id: string }>('select distinct resident_id as id from consents')).rows.map((row) => row.id);
const standing = async (client: Client) =>
  (
    await client.query(
      `select current_setting('role') as role, current_user::text as login,
         array(select nullif(current_setting('huimin.' || name, true), '')
               from unnest('{account,facility,duties,region,asked,self,own,people,topics,code}'::text[]) name) as settings`,
    )
  ).rows[0];

describe('who asks', () => {
  it('is forgotten when the transaction ends: 200 by turns on one connection, some of which fail', async () => {
    const before = await standing(db.pool as Client);
    const asked = Array.from({ length: 200 }, async (_, i) => {
      if (i % 5 === 4) return expect(await standing(db.pool as Client)).toEqual(before);
      if (i % 7 === 6)
        return expect(readAs(as(i), {}, (client) => client.query('select 1 / 0'))).rejects.toThrow('division');
      const own = await readAs(as(i), {}, whose);
      return expect(own).toEqual([as(i).actor.residentId]);
    });
    await Promise.all(asked);
    expect(await standing(db.pool as Client)).toEqual(before);
    expect((await whose(db.pool as Client)).length).toBe(3);
  });

  it('is one thing within a transaction and the platform before and after', async () => {
    const seen = await transact(db, async (tx) => {
      const before = await whose(tx.client);
      const own = await askAs(tx, as(1), {}, () => whose(tx.client));
      return [before.length, own, (await whose(tx.client)).length];
    });
    expect(seen).toEqual([3, [people[1]?.residentId], 3]);
  });

  it('cannot be changed by what the procedure believes: a stranger asked about is not opened', async () => {
    const stranger = people[2]?.residentId ?? '';
    expect(await readAs(as(0), { asked: stranger, people: [stranger] }, whose)).toEqual([]);
  });

  it('writes in nobody else’s name', async () => {
    const foreign = () =>
      transact(db, (tx) =>
        askAs(tx, as(0), {}, () =>
          tx.client.query(
            `insert into consents (resident_id, id, purpose, topic, given, text_version, at, account_id)
             values ($1, $2, 'family', 'general', false, 1, now(), $2)`,
            [people[1]?.residentId, randomUUID()],
          ),
        ),
      );
    await expect(foreign()).rejects.toThrow('row-level security');
  });

  it('reaches no table that the role has no business with', async () => {
    const staff = testContext(db, staffActor('X1', 'doctor'));
    for (const table of ['record_history', 'resident_keys', 'identity_links', 'residents', 'accounts', 'appointments'])
      await expect(readAs(staff, {}, (client) => client.query(`select 1 from ${table}`))).rejects.toThrow('denied');
  });

  it('is the platform for jobs, and nobody without signing in', async () => {
    expect((await readAs(testContext(db, systemActor()), {}, whose)).length).toBe(3);
    await expect(readAs(testContext(db, { kind: 'anonymous' }), {}, whose)).rejects.toThrow('signing in');
  });
});
