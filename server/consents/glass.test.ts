import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRecord } from '../records/scope.ts';
import { addDenial } from './add-denial.ts';
import { breakGlass } from './break-glass.ts';
import { endShareCode } from './end-share-code.ts';
import { makeShareCode } from './make-share-code.ts';
import { getSettings } from './queries.ts';
import { redeemShareCode } from './redeem-share-code.ts';
import { type ConsentHouse, consentHouse } from './testing/consent-house.ts';

let house: ConsentHouse;
beforeAll(async () => {
  house = await consentHouse();
});
afterAll(() => house.db.close());
const whose = () => ({ residentId: house.residentId });

const emergency = () => ({ ...whose(), cause: 'life', reason: '车祸送来，无法应答' }) as const;

describe('the glass', () => {
  it('broken by two presses at once opens once, tells the person, and is the officer’s to look into', async () => {
    const ctx = house.doctor();
    await expect(openRecord(ctx, house.residentId, 'record')).rejects.toThrow('glass-needed');
    const [first, second] = await Promise.all([breakGlass(ctx, emergency()), breakGlass(ctx, emergency())]);
    expect(first).toEqual(second);
    expect(await house.count('glass_openings where resident_id = $1')).toBe(1);
    expect(await house.count(`notices where resident_id = $1 and kind = 'glass-broken' and mandatory`)).toBe(1);
    expect(await house.count(`cases where resident_id = $1 and kind = 'glass' and stage = 'facility'`)).toBe(1);
    expect(await house.audits('consents.break-glass')).toBe(1);
    const scope = await openRecord(ctx, house.residentId, 'record');
    expect([scope.ground?.basis, scope.topics]).toEqual(['glass', ['general']]);
    expect(await house.count(`access_events where resident_id = $1 and reason = 'glass'`)).toBe(1);
    await expect(openRecord(house.doctor(), house.residentId, 'record')).rejects.toThrow('glass-needed');
  });

  it('closes by itself after its hours', async () => {
    const early = new Date(Date.now() - 5 * 3_600_000);
    const ctx = house.doctor(house.other);
    await breakGlass({ ...ctx, clock: { now: () => early } }, emergency());
    await expect(openRecord(ctx, house.residentId, 'record')).rejects.toThrow('glass-needed');
  });

  it('is not for other posts, not for who is kept out, and not for nobody', async () => {
    const desk = house.desk();
    await expect(breakGlass(desk, emergency())).rejects.toThrow('role-needed');
    await expect(openRecord(desk, house.residentId, 'record')).rejects.toThrow('role-needed');
    await expect(breakGlass(house.doctor(), { ...emergency(), residentId: randomUUID() })).rejects.toMatchObject({
      code: 'not-found',
    });
    await addDenial(house.me(), { ...whose(), kind: 'worker-by-name', facilityId: house.own, name: '测试员工' });
    await expect(breakGlass(house.doctor(), emergency())).rejects.toThrow('record-closed');
    await expect(openRecord(house.doctor(), house.residentId, 'record')).rejects.toThrow('record-closed');
  });
});

describe('a code', () => {
  it('opens to who types it, until it is ended', async () => {
    const { code } = await makeShareCode(house.me(), { ...whose(), hours: 24 });
    const [ctx, colleague] = [house.doctor(house.other), house.doctor(house.other)];
    expect(await redeemShareCode(ctx, code.toLowerCase())).toEqual(whose());
    await redeemShareCode(ctx, code);
    expect((await openRecord(ctx, house.residentId, 'record')).ground?.basis).toBe('shared');
    await expect(openRecord(colleague, house.residentId, 'record')).rejects.toThrow('glass-needed');
    const { codes } = await getSettings(house.me(), whose());
    expect(codes).toMatchObject([{ uses: 1 }]);
    const end = () => endShareCode(house.me(), { ...whose(), id: codes[0]?.id ?? '' });
    await end();
    await end();
    await expect(endShareCode(house.me(), { ...whose(), id: randomUUID() })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(openRecord(ctx, house.residentId, 'record')).rejects.toThrow('glass-needed');
    await expect(redeemShareCode(colleague, code)).rejects.toMatchObject({ code: 'not-found' });
    expect([
      await house.audits('consents.share'),
      await house.audits('consents.use-share'),
      await house.audits('consents.end-share'),
    ]).toEqual([1, 1, 1]);
  });

  it('lies nowhere in the open, lasts as long as the rule allows, and is the person’s alone to make', async () => {
    const { code } = await makeShareCode(house.me(), { ...whose(), hours: 1 });
    expect(await house.count('share_codes where code_hash like $1', [`%${code.slice(0, 4)}%`])).toBe(0);
    await expect(makeShareCode(house.me(), { ...whose(), hours: 48 })).rejects.toThrow('share-hours');
    await expect(makeShareCode(house.me(house.kin), { ...whose(), hours: 1 })).rejects.toMatchObject({
      code: 'not-found',
    });
    const later = { ...house.doctor(house.other), clock: { now: () => new Date(Date.now() + 2 * 3_600_000) } };
    await expect(redeemShareCode(later, code)).rejects.toMatchObject({ code: 'not-found' });
    await expect(redeemShareCode(house.desk(), code)).rejects.toThrow('role-needed');
  });
});
