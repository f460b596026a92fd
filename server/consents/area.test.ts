import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openRecord } from '../records/scope.ts';
import { readRecord, visible } from '../records/visible.ts';
import { findGround } from './find-ground.ts';
import { setConsent } from './set-consent.ts';
import { type ConsentHouse, consentHouse } from './testing/consent-house.ts';

let house: ConsentHouse;
let [township, village, next] = ['', '', ''];
beforeAll(async () => {
  house = await consentHouse();
  [township, village, next] = [await place('t/', 3), await place('t/v/', 5), await place('n/', 3)];
  await become(house.own, 'township_centre', township);
});
afterAll(() => house.db.close());
beforeEach(async () => {
  await house.db.pool.query('delete from proxy_bookings');
  await house.db.pool.query('delete from consents');
  await live(village);
});

/** A region under a path of its own. */
async function place(path: string, level: number): Promise<string> {
  const code = `${Date.now()}${Math.floor(Math.random() * 1e6)}`.slice(-12).padStart(12, '9');
  await house.db.pool.query(`insert into regions (code, level, name, path) values ($1, $2, '某地', $3)`, [
    ...[code, level, path],
  ]);
  return code;
}
const become = (facilityId: string, kind: string, code: string) =>
  house.db.pool.query(
    `update facilities set kind = $2, region_code = $3, region_path = (select path from regions where code = $3) where id = $1`,
    [facilityId, kind, code],
  );
const live = (code: string) =>
  house.db.pool.query('update residents set region_code = $2 where id = $1', [house.residentId, code]);
const comeToDesk = (daysAgo = 10, consent = 'in-person', facilityId = house.own) =>
  house.db.pool.query(
    `insert into proxy_bookings (facility_id, appointment_id, visit_facility_id, resident_id, account_id, consent, created_at)
     values ($1, $2, $1, $3, 'x', $4, now() - make_interval(days => $5))`,
    [facilityId, randomUUID(), house.residentId, consent, daysAgo],
  );
const say = (given: boolean) =>
  setConsent(house.me(), { residentId: house.residentId, purpose: 'area', topic: 'general', given, textVersion: 1 });
const basis = async (facilityId = house.own) =>
  (await findGround(house.doctor(facilityId), house.residentId))?.basis ?? null;

describe('the ground of an area', () => {
  it('is not living there alone', async () => expect(await basis()).toBeNull());

  it('is a request at its desk, made in person within a year', async () => {
    await comeToDesk(366 + 1);
    await comeToDesk(10, 'by-phone');
    await comeToDesk(10, 'in-person', house.other);
    expect(await basis()).toBeNull();
    await comeToDesk(360);
    expect(await basis()).toBe('area');
  });

  it('is the person’s word, until it is taken back', async () => {
    await say(true);
    expect(await basis()).toBe('area');
    await say(false);
    expect(await basis()).toBeNull();
  });

  it('is none for who lives elsewhere, and none for a hospital', async () => {
    await say(true);
    await live(next);
    expect(await basis()).toBeNull();
    await live(township);
    expect(await basis()).toBe('area');
    await become(house.own, 'hospital', township);
    expect(await basis()).toBeNull();
    await become(house.own, 'village_clinic', village);
    expect(await basis()).toBeNull();
    await live(village);
    expect(await basis()).toBe('area');
    await become(house.own, 'township_centre', township);
  });
});

describe('what it opens', () => {
  const read = async () => {
    const ctx = house.doctor();
    const scope = await openRecord(ctx, house.residentId, 'record');
    const text = `select distinct e.type, e.topic from record_entries e where ${visible}`;
    return readRecord<{ type: string; topic: string }>(ctx, scope, { name: 'read-by-area', text });
  };

  it('is a summary: nothing guarded, whatever was opened to who treats, and no other kinds', async () => {
    await say(true);
    const { residentId } = house;
    const wish = { residentId, purpose: 'treatment', topic: 'mental_health', given: true, textVersion: 1 } as const;
    await setConsent(house.me(), wish);
    await house.db.pool.query(
      `update record_entries set type = 'Observation' where resident_id = $1 and facility_id = $2 and type = 'Immunization'`,
      [...[residentId, house.other]],
    );
    expect((await read()).map(({ type, topic }) => `${type} ${topic}`).sort()).toEqual([
      ...['Condition general', 'Immunization general'],
    ]);
    const elsewhere = await house.db.pool.query(
      `select 1 from record_entries where facility_id = $1 and type = 'Observation'`,
      [house.other],
    );
    expect(elsewhere.rowCount).toBeGreaterThan(0);
    expect(await house.count(`access_events where resident_id = $1 and reason = 'area'`)).toBe(1);
  });

  it('is nothing once the person closes treatment', async () => {
    await say(true);
    const { residentId } = house;
    await setConsent(house.me(), { residentId, purpose: 'treatment', topic: 'general', given: false, textVersion: 1 });
    await expect(read()).rejects.toThrow('glass-needed');
  });
});
