import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { migrateDatabase } from '../migrations.ts';
import { checkNet } from './coverage.ts';
import { policies } from './policies.ts';
import { roles } from './roles.ts';

const server = inject('testServer');
const name = `owner_${randomBytes(6).toString('hex')}`;
const admin = new pg.Client({ connectionString: Object.assign(new URL(server.url), { pathname: '/postgres' }).href });
let owner: pg.Client;

/** A database whose owner is no superuser, as in production: whoever runs the server made the roles and gave them. */
beforeAll(async () => {
  if (server.shared) return;
  await admin.connect();
  await admin.query(`create role ${name} login password '${name}'`);
  for (const role of Object.values(roles)) await admin.query(`grant ${role} to ${name} with admin true, inherit false`);
  await admin.query(`create database ${name} owner ${name} locale_provider icu icu_locale 'zh' template template0`);
  const { host } = new URL(server.url);
  const url = `postgres://${name}:${name}@${host}/${name}`;
  await migrateDatabase(url);
  owner = new pg.Client({ connectionString: url });
  await owner.connect();
}, 120_000);
afterAll(async () => {
  if (server.shared) return;
  await owner?.end();
  await admin.query(`drop database if exists ${name} with (force)`);
  await admin.query(`drop role if exists ${name}`);
  await admin.end();
});

const decided = async () => (await owner.query<{ n: number }>('select count(*)::int as n from consents')).rows[0]?.n;

it.skipIf(server.shared)(
  'holds an owner that is no superuser: the platform while nobody asks, and each of the others alone',
  async () => {
    expect(await checkNet(owner, policies)).toEqual([]);
    await owner.query(`insert into consents (resident_id, id, purpose, topic, given, text_version, at, account_id)
    values (gen_random_uuid(), gen_random_uuid(), 'family', 'general', true, 1, now(), gen_random_uuid())`);
    expect(await decided()).toBe(1);
    for (const role of [roles.resident, roles.staff, roles.official]) {
      await owner.query('begin');
      await owner.query(`select set_config('role', $1, true)`, [role]);
      expect(await decided()).toBe(0);
      await owner.query('commit');
    }
    await owner.query('begin; drop policy consents_system on consents');
    expect(await decided()).toBe(0);
    await owner.query('rollback');
  },
);
