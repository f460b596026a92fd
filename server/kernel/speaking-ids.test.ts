import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idCheckCharacter } from './national-id.ts';
import { deriveKey } from './sealing.ts';
import { createSpeakingIds } from './speaking-ids.ts';

const keyed = (secret: string) => createSpeakingIds(deriveKey(secret.repeat(32), 'speaking-ids'));
const ids = keyed('s');
const number = '510104197001011231';

describe('an id made of the number of a card', () => {
  it.each([
    number,
    `ENC-${number}-3`,
    '11010519491231002X',
    '11010519491231002x',
    '510104-19700101-1231',
    '510104700101123',
    `${number}.${number}`,
  ])('%s tells nothing here, is always the same, and the hospital hears its own', (id) => {
    const hidden = ids.hide(id);
    expect(hidden).toMatch(/^[A-Za-z0-9\-.]{1,64}$/);
    expect(hidden).not.toMatch(/\d{6}|5101|1101/);
    expect(ids.hide(id)).toBe(hidden);
    expect(ids.hide(hidden)).toBe(hidden);
    expect(ids.open(hidden)).toBe(id);
    expect(ids.show(hidden)).toMatch(/\*{10}/);
  });

  it('is another for another number, another way of writing, another key', () => {
    const all = [number, '510104-19700101-1231', '11010519491231002X', '11010519491231002x'].map(ids.hide);
    expect(new Set([...all, keyed('o').hide(number)]).size).toBe(5);
    expect(keyed('o').open(ids.hide(number))).toBe(ids.hide(number));
  });

  it('is shown to people so that the hospital finds it again', () => {
    expect(ids.show(`Encounter ${ids.hide(`ENC-${number}-3`)}`)).toBe('Encounter ENC-5101**********1231-3');
  });

  it('of every person comes back as it was', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2026-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 110000, max: 659999 }),
        (born, order, region) => {
          const first17 = `${region}${born.toISOString().slice(0, 10).replaceAll('-', '')}${String(order).padStart(3, '0')}`;
          const id = `p${first17}${idCheckCharacter(first17)}`;
          expect(ids.hide(id)).not.toContain(first17.slice(0, 6));
          expect(ids.open(ids.hide(id))).toBe(id);
        },
      ),
      { seed: 35 },
    );
  });
});

it('ids without such a number stay, whatever they look like', () => {
  for (const id of [
    'H0001-20261123-0900-12',
    'hidden',
    `hid${'a'.repeat(26)}`,
    '202611230000000001',
    'c0ffee00-0000-4000-8000-000000000000',
  ])
    expect([ids.hide(id), ids.open(id)]).toEqual([id, id]);
});
