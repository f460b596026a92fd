import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { familyLinks } from '#db/schema/residents.ts';
import { mintResident } from '#db/testing/mint.ts';
import { openRecord } from '../records/scope.ts';
import { addDenial } from './add-denial.ts';
import { endDenial } from './end-denial.ts';
import { getSettings } from './queries.ts';
import { setConsent } from './set-consent.ts';
import { type ConsentHouse, consentHouse } from './testing/consent-house.ts';

let house: ConsentHouse;
beforeAll(async () => {
  house = await consentHouse();
});
afterAll(() => house.db.close());
const whose = () => ({ residentId: house.residentId });

describe('a word of the person', () => {
  const say = (given: boolean, change = {}) =>
    setConsent(house.me(), { ...whose(), purpose: 'family', topic: 'general', given, textVersion: 1, ...change });

  it('holds from the next reading on, and again when taken back', async () => {
    expect((await openRecord(house.me(house.kin), house.residentId, 'record')).topics).toEqual(['general']);
    await say(false);
    await expect(openRecord(house.me(house.kin), house.residentId, 'record')).rejects.toThrow('family-closed');
    await say(true);
    await say(true);
    expect((await openRecord(house.me(house.kin), house.residentId, 'record')).view).toBe('family');
    expect(await house.count('consents where resident_id = $1')).toBe(2);
    expect([await house.audits('consents.withdraw'), await house.audits('consents.give')]).toEqual([1, 1]);
  });

  it('is of the words that were on the screen, and nobody else’s to say', async () => {
    await expect(say(false, { textVersion: 9 })).rejects.toThrow('consent-text-changed');
    await expect(
      setConsent(house.me(house.kin), {
        ...whose(),
        purpose: 'family',
        topic: 'mental_health',
        given: true,
        textVersion: 1,
      }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('a guardian speaks for a small child, but opens nothing guarded to themselves', async () => {
    const child = await mintResident(house.db);
    const year = new Date().getUTCFullYear() - 6;
    await house.db.pool.query('update residents set birth_date = $2 where id = $1', [
      child.residentId,
      `${year}-01-01`,
    ]);
    await house.db.orm.insert(familyLinks).values({
      residentId: house.kin.residentId,
      memberId: child.residentId,
      relation: 'child',
      proof: 'guardian_declaration',
    });
    const wish = { residentId: child.residentId, given: true, textVersion: 1 } as const;
    await setConsent(house.me(house.kin), { ...wish, purpose: 'treatment', topic: 'mental_health' });
    await expect(
      setConsent(house.me(house.kin), { ...wish, purpose: 'family', topic: 'mental_health' }),
    ).rejects.toThrow('guardian-cannot-open');
    const { choices } = await getSettings(house.me(house.kin), { residentId: child.residentId });
    expect(choices.find((one) => one.purpose === 'treatment' && one.topic === 'mental_health')).toMatchObject({
      given: true,
      fixed: false,
    });
    expect(choices.filter((one) => one.fixed)).toHaveLength(3);
  });
});

describe('who is kept out', () => {
  it('an entry of one’s own; repeated it is one row, ended it is open again', async () => {
    const id = house.entries.find((entry) => entry.facilityId === house.other && entry.topic === 'general')?.id ?? '';
    const deny = () => addDenial(house.me(), { ...whose(), kind: 'entry', entryId: id });
    await Promise.all([deny(), deny()]);
    expect(await house.count('denials where resident_id = $1 and ended_at is null')).toBe(1);
    expect((await openRecord(house.me(house.kin), house.residentId, 'record')).hidden).toEqual([id]);
    const { denials } = await getSettings(house.me(), whose());
    await endDenial(house.me(), { ...whose(), id: denials[0]?.id ?? '' });
    await endDenial(house.me(), { ...whose(), id: denials[0]?.id ?? '' });
    expect((await openRecord(house.me(house.kin), house.residentId, 'record')).hidden).toEqual([]);
    expect([await house.audits('consents.deny'), await house.audits('consents.end-denial')]).toEqual([1, 1]);
  });

  it('not another’s entry, and no worker who never looked', async () => {
    const foreign = { residentId: house.kin.residentId };
    await expect(
      addDenial(house.me(house.kin), { ...foreign, kind: 'entry', entryId: house.entries[0]?.id ?? '' }),
    ).rejects.toMatchObject({ code: 'not-found' });
    await expect(addDenial(house.me(), { ...whose(), kind: 'worker', eventId: randomUUID() })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(endDenial(house.me(house.kin), { ...whose(), id: randomUUID() })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
