import { describe, expect, it, test } from 'vitest';
import { canAppeal, judgeMiss, type MissFacts, pauseFrom, pauseStands, type Strike } from './rules.ts';

const proven: MissFacts = { sessionStatus: 'published', hisState: 'none', inFaultWindow: false, seen: 3, told: true };

describe('a visit without a check-in', () => {
  test.each<[string, Partial<MissFacts>, string, string]>([
    ['counts only when everything is proven', {}, 'strike', 'no-check-in'],
    ['also where the hospital knows of it', { hisState: 'told' }, 'strike', 'no-check-in'],
    ['is nothing where nobody checked in: the session may not have run', { seen: 0 }, 'unproven', 'nobody-seen'],
    ['is nothing where no message arrived', { told: false }, 'unproven', 'not-told'],
    ['is excused by a stopped clinic', { sessionStatus: 'suspended', seen: 0 }, 'excused', 'clinic-stopped'],
    ['is excused by a failure of systems', { inFaultWindow: true }, 'excused', 'fault-window'],
    ['is excused where the hospital was never told', { hisState: 'failed' }, 'excused', 'hospital-not-told'],
    ['is excused where the hospital is still to be told', { hisState: 'pending' }, 'excused', 'hospital-not-told'],
    ['names the excuse before the missing proof', { inFaultWindow: true, told: false }, 'excused', 'fault-window'],
  ])('%s', (_, change, verdict, cause) => {
    expect(judgeMiss({ ...proven, ...change })).toEqual({ verdict, cause });
  });
});

const now = new Date('2026-06-01T12:00:00+08:00');
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);
let serial = 0;
const strike = (change: Partial<Strike> = {}): Strike => {
  serial += 1;
  return {
    ...{ appointmentId: `s${serial}`, facilityId: 'A', visitAt: inDays(-1), expiresAt: inDays(89) },
    ...{ scope: 'province', strikesMax: 3, banDays: 90, liftedAt: null },
    ...change,
  };
};
const none = new Set<string>();

describe('a pause', () => {
  it('follows the third strike, lasts as long as the rule says, and names the three', () => {
    const [first, second, third] = [strike(), strike({ facilityId: 'B' }), strike()];
    expect(pauseFrom(second, [first, second], none, now)).toBeNull();
    expect(pauseFrom(third, [first, second, third], none, now)).toEqual({
      ...{ scope: 'province', facilityId: null, endsAt: inDays(90), strikesMax: 3 },
      appointmentIds: [first, second, third].map((one) => one.appointmentId),
    });
  });
  it('of a hospital’s own counts its own only', () => {
    const here = [strike({ scope: 'facility' }), strike({ scope: 'facility' })];
    const elsewhere = strike({ facilityId: 'B' });
    const newest = here[1] as Strike;
    expect(pauseFrom(newest, [...here, elsewhere], none, now)).toBeNull();
    const third = strike({ scope: 'facility' });
    expect(pauseFrom(third, [...here, elsewhere, third], none, now)).toMatchObject({ facilityId: 'A' });
  });
  it.each([
    ['expired', { expiresAt: inDays(-1) }],
    ['expiring this instant', { expiresAt: now }],
    ['lifted', { liftedAt: now }],
  ])('does not count a strike that is %s', (_, gone) => {
    const three = [strike(gone), strike(), strike()];
    expect(pauseFrom(three[2] as Strike, three, none, now)).toBeNull();
  });
  it('is not given twice for the same visits', () => {
    const four = [strike(), strike(), strike(), strike()];
    const spent = new Set(four.slice(0, 3).map((one) => one.appointmentId));
    expect(pauseFrom(four[3] as Strike, four, spent, now)).toBeNull();
  });
  it('falls once a strike it rests on is lifted', () => {
    const ban = { strikesMax: 3, appointmentIds: ['a', 'b', 'c'] };
    expect(pauseStands(ban, none)).toBe(true);
    expect(pauseStands(ban, new Set(['b']))).toBe(false);
  });
});

describe('an appeal', () => {
  const open = { expiresAt: inDays(10), liftedAt: null, appealed: false, pauseEndsAt: null };
  it.each([
    ['while the strike counts', {}, null],
    ['while a pause rests on it, even an expired one', { expiresAt: inDays(-1), pauseEndsAt: inDays(5) }, null],
    ['not once nothing follows from it', { expiresAt: inDays(-1) }, 'appeal-too-late'],
    ['not twice', { appealed: true }, 'appealed-already'],
    ['not when it is lifted', { liftedAt: now }, 'strike-lifted'],
  ])('%s', (_, change, rule) => {
    expect(canAppeal({ ...open, ...change }, now)).toEqual({ can: rule === null, rule });
  });
});
