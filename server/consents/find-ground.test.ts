import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findGround } from './find-ground.ts';
import { type ConsentHouse, consentHouse } from './testing/consent-house.ts';

let house: ConsentHouse;
let visit: string | undefined;
beforeAll(async () => {
  house = await consentHouse();
  visit = house.entries.find((entry) => entry.facilityId === house.own)?.id;
});
afterAll(() => house.db.close());

const now = new Date('2026-11-24T02:00:00Z');
type Visit = { starts: string; ends?: string; status?: string; kind?: string };

describe('a visit here', () => {
  it.each<[string, Visit, string | null]>([
    ['lately', { starts: '2026-11-20T02:00:00Z' }, '2026-12-20T16:00:00Z'],
    ['on the first day that still counts, to its end', { starts: '2026-10-24T16:30:00Z' }, '2026-11-24T16:00:00Z'],
    ['a minute before that day', { starts: '2026-10-24T15:59:00Z' }, null],
    ['that is still to come', { starts: '2026-11-24T03:00:00Z' }, null],
    ['that was cancelled', { starts: '2026-11-20T02:00:00Z', status: 'cancelled' }, null],
    [
      'of weeks, from its end',
      { starts: '2026-09-01T02:00:00Z', ends: '2026-11-20T02:00:00Z' },
      '2026-12-20T16:00:00Z',
    ],
    ['whose end is to come', { starts: '2026-09-01T02:00:00Z', ends: '2027-01-20T02:00:00Z' }, '2026-12-24T16:00:00Z'],
    [
      'of somebody who is still in',
      { starts: '2026-09-01T02:00:00Z', status: 'in-progress', kind: 'inpatient' },
      '2026-12-24T16:00:00Z',
    ],
    ['that nobody ended at a clinic', { starts: '2026-09-01T02:00:00Z', status: 'in-progress' }, null],
  ])('%s', async (_name, { starts, ends = null, status = 'finished', kind = 'outpatient' }, until) => {
    await house.db.pool.query(
      `update record_entries set type = 'Encounter', starts_at = $2, ends_at = $3, status = $4,
         facts = jsonb_build_object('visitKind', $5::text) where id = $1`,
      [visit, starts, ends, status, kind],
    );
    const ground = await findGround({ ...house.doctor(), clock: { now: () => now } }, house.residentId);
    expect(ground).toEqual(until && { basis: 'encounter', until: new Date(until) });
    expect(await findGround({ ...house.doctor(house.other), clock: { now: () => now } }, house.residentId)).toBeNull();
  });
});
