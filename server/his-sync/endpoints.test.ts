import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MintedFacility, mintFacility } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import type { ActorOf } from '../kernel/context.ts';
import { staffActor, testContext } from '../kernel/test-context.ts';
import { registerEndpoint } from './register-endpoint.ts';
import { registerInput } from './schema.ts';
import { switchEndpoint } from './switch-endpoint.ts';

let db: TestDatabase;
let facility: MintedFacility;
beforeAll(async () => {
  db = await openTestDatabase();
  facility = await mintFacility(db);
});
afterAll(() => db.close());

const official = (level: number, regionPath = facility.regionPath) =>
  testContext(db, {
    kind: 'official',
    accountId: 'official',
    regionCode: regionPath.slice(0, 12),
    regionPath,
    level,
    name: '测试官员',
  } satisfies ActorOf<'official'>);
const wish = (change: object = {}) =>
  registerInput.parse({
    facilityId: facility.facilityId,
    baseUrl: 'https://his.example/fhir',
    authority: 'confirmed',
    token: 'the-secret-token',
    noticeToken: 'the-notice-token-of-it',
    ...change,
  });
const row = async () =>
  (await db.pool.query('select * from his_endpoints where facility_id = $1', [facility.facilityId])).rows[0];
const actions = async () => {
  const text = 'select action, actor_id, detail from audit_events where facility_id = $1 order by at, id';
  return (await db.pool.query(text, [facility.facilityId])).rows;
};
const jobs = async () =>
  (
    await db.pool.query('select key from graphile_worker.jobs where key like $1 order by 1', [
      `%${facility.facilityId}`,
    ])
  ).rows.map((job) => job.key);

describe('registering an endpoint', () => {
  it('keeps the keys unreadable, is audited and pulls at once', async () => {
    const ctx = official(1);
    expect(await registerEndpoint(ctx, wish())).toEqual({
      facilityId: facility.facilityId,
      enabled: true,
      state: 'new',
    });
    const kept = await row();
    expect(JSON.stringify(kept)).not.toMatch(/the-secret-token|the-notice-token/);
    expect(ctx.sealing.open(kept.credential_sealed)).toBe('the-secret-token');
    expect(kept).toMatchObject({ auth_kind: 'bearer', allow_private: false });
    expect(JSON.stringify(await actions())).not.toMatch(/the-secret-token|the-notice-token/);
    expect(await actions()).toMatchObject([{ action: 'his.register', actor_id: 'official' }]);
    expect(await jobs()).toEqual([`pull:${facility.facilityId}`]);
    const { rows } = await db.pool.query('select authority from facilities where id = $1', [facility.facilityId]);
    expect(rows[0].authority).toBe('confirmed');
  });
  it('again without keys keeps the ones there are', async () => {
    const before = await row();
    await registerEndpoint(official(2), wish({ token: null, noticeToken: null, timeoutMs: 5000 }));
    expect(await row()).toMatchObject({
      credential_sealed: before.credential_sealed,
      notice_token_hash: before.notice_token_hash,
      timeout_ms: 5000,
    });
  });
  it('at another address never takes the old key along', async () => {
    await registerEndpoint(official(2), wish({ token: null, baseUrl: 'https://other.example/fhir' }));
    expect(await row()).toMatchObject({ auth_kind: 'none', credential_sealed: null });
  });
  it('is not for offices elsewhere, or too low', async () => {
    await expect(registerEndpoint(official(1, '999999999999/'), wish())).rejects.toMatchObject({ code: 'not-found' });
    await expect(registerEndpoint(official(3), wish())).rejects.toMatchObject({
      refusal: { rule: 'office-level-needed' },
    });
    expect(registerInput.safeParse(wish({})).success).toBe(true);
    expect(registerInput.safeParse({ ...wish(), baseUrl: 'http://his.example/fhir' }).success).toBe(false);
  });
});

describe('the stop switch', () => {
  const set = (enabled: boolean) => ({ facilityId: facility.facilityId, enabled, reason: '系统升级' });
  it('stops, once; switching on pulls and tells at once', async () => {
    const manager = testContext(db, staffActor(facility.facilityId, 'manager'));
    expect(await switchEndpoint(manager, set(false))).toMatchObject({ enabled: false, state: 'stopped' });
    expect(await switchEndpoint(manager, set(false))).toMatchObject({ enabled: false, state: 'stopped' });
    expect((await actions()).map((a) => a.action).slice(-2)).toEqual(['his.register', 'his.switch-off']);
    expect(await switchEndpoint(official(2), set(true))).toMatchObject({ enabled: true, state: 'new' });
    expect((await actions()).at(-1)).toMatchObject({ action: 'his.switch-on', detail: { reason: '系统升级' } });
    expect(await jobs()).toEqual([`pull:${facility.facilityId}`, `tell:${facility.facilityId}`]);
  });
  it('is not for staff or offices elsewhere', async () => {
    const stranger = testContext(db, staffActor('X-other', 'manager'));
    await expect(switchEndpoint(stranger, set(false))).rejects.toMatchObject({ code: 'not-found' });
    await expect(switchEndpoint(official(1, '999999999999/'), set(false))).rejects.toMatchObject({ code: 'not-found' });
    expect(await row()).toMatchObject({ enabled: true });
  });
});
