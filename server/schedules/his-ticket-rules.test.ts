import { describe, expect, it } from 'vitest';
import {
  firstStatus,
  type HisTicket,
  type KnownTicket,
  moveFor,
  newestOf,
  type TicketMove,
} from './his-ticket-rules.ts';
import { hisStamp, isNewerStamp } from './his-version.ts';
import { planTickets } from './upsert-his-tickets.ts';

const stamp = (second: number, version: string | number) =>
  hisStamp(`2026-11-02T08:00:${String(second).padStart(2, '0')}+08:00`, String(version));

describe('which version is newer', () => {
  it.each<[string, string, string | null, boolean]>([
    ['anything after nothing', stamp(1, 1), null, true],
    ['not itself', stamp(1, 1), stamp(1, 1), false],
    ['a later change', stamp(2, 2), stamp(1, 1), true],
    ['not an earlier one that comes late', stamp(1, 1), stamp(2, 2), false],
    ['a higher number though the clock was set back', stamp(1, 10), stamp(2, 9), true],
    ['a later change of a system that counts anew', stamp(2, 1), stamp(1, 7), true],
    ['another name at the same instant', stamp(1, 'b-2'), stamp(1, 'a-1'), true],
    ['not an older one without numbers', stamp(1, 'a-1'), stamp(2, 'b-2'), false],
  ])('%s', (_name, next, current, expected) => expect(isNewerStamp(next, current)).toBe(expected));
});

const ours = (change: Partial<KnownTicket> = {}): KnownTicket => ({
  ...{ sessionId: 's', number: 1, status: 'free', takenBy: null, hisId: 'h', hisVersion: stamp(0, 1) },
  ...{ start: new Date('2026-11-02T00:00:00Z'), end: new Date('2026-11-02T00:30:00Z') },
  ...{ appointmentId: null, told: false, leaving: false },
  ...change,
});
const taken = ours({ status: 'booked', takenBy: 'hospital' });
const booked = ours({ status: 'booked', takenBy: 'platform', appointmentId: 'a', told: true });
const untold = ours({ ...booked, told: false });
const offered = ours({ status: 'held', takenBy: 'platform' });
const keep: TicketMove = { do: 'keep' };
const set = (status: KnownTicket['status'], takenBy: KnownTicket['takenBy'] = null): TicketMove => ({
  do: 'set',
  status,
  takenBy,
});

const withdraw = (status: KnownTicket['status'], takenBy: KnownTicket['takenBy'] = null): TicketMove => ({
  do: 'withdraw',
  status,
  takenBy,
});

describe('what a number becomes when the hospital says', () => {
  it.each<[string, KnownTicket, TicketMove[]]>([
    // free, held, busy, suspended
    ['free', ours(), [keep, set('booked', 'hospital'), set('booked', 'hospital'), set('suspended')]],
    ['taken at the window', taken, [set('free'), keep, keep, set('suspended')]],
    [
      'closed',
      ours({ status: 'suspended' }),
      [set('free'), set('booked', 'hospital'), set('booked', 'hospital'), keep],
    ],
    ['booked here', booked, [{ do: 'tell-again' }, keep, keep, { do: 'blocked' }]],
    ['booked here and not told yet', untold, [keep, keep, keep, { do: 'blocked' }]],
    [
      'kept for an offer',
      offered,
      [keep, withdraw('booked', 'hospital'), withdraw('booked', 'hospital'), withdraw('suspended')],
    ],
    ['kept for an offer while another leaves', ours({ ...offered, leaving: true }), [keep, keep, keep, keep]],
    ['used', ours({ status: 'used', takenBy: 'platform', appointmentId: 'a' }), [keep, keep, keep, keep]],
  ])('something of one that is %s', (_name, known, expected) => {
    expect((['free', 'held', 'busy', 'suspended'] as const).map((slot) => moveFor(slot, known, false))).toEqual(
      expected,
    );
  });

  it('gives nothing back in a clinic that is stopped', () => {
    expect(moveFor('free', ours({ status: 'suspended' }), true)).toEqual(keep);
    expect(moveFor('free', taken, true)).toEqual(set('suspended'));
    expect(firstStatus('free', true)).toEqual({ status: 'suspended', takenBy: null });
  });
});

describe('a page of numbers', () => {
  const ticket = (change: Partial<HisTicket> = {}): HisTicket => ({
    ...{ hisId: 'h', hisVersion: stamp(5, 2), scheduleHisId: 'S', number: 1, status: 'free' },
    ...{ start: '2026-11-02T00:00:00.000Z', end: '2026-11-02T00:30:00.000Z' },
    ...change,
  });
  const plan = (tickets: HisTicket[], known: KnownTicket[] = []) =>
    planTickets(
      tickets.map((one) => ({ ticket: one, sessionId: 's' })),
      known,
      new Set(),
    );

  it('that repeats and shuffles counts each number once, at its newest', () => {
    const versions = [
      ticket(),
      ticket({ hisVersion: stamp(9, 3), status: 'busy' }),
      ticket({ hisVersion: stamp(1, 1) }),
    ];
    expect(newestOf(versions)).toEqual([versions[1]]);
  });
  it('adopts a number whose id at the hospital is new', () => {
    expect(plan([ticket({ hisId: 'new' })], [ours()]).updates).toMatchObject([
      { ticket: { hisId: 'new' }, status: 'free' },
    ]);
  });
  it('sets aside a number that moved, and a second one in the same place', () => {
    expect(plan([ticket({ number: 2 })], [ours()]).misfits).toEqual([
      { hisId: 'h', reason: 'slot: moved to another session or number' },
    ]);
    expect(plan([ticket(), ticket({ hisId: 'other' })]).misfits).toEqual([
      { hisId: 'other', reason: 'slot: its number is given twice' },
    ]);
  });
  it('does not lock a free number for a new version alone, but writes a new time', () => {
    expect(plan([ticket()], [ours()]).updates).toEqual([]);
    expect(plan([ticket({ end: '2026-11-02T00:45:00.000Z' })], [ours()]).updates).toMatchObject([
      { status: 'free', movesWindow: true },
    ]);
    expect(plan([ticket({ status: 'busy' })], [taken]).updates).toMatchObject([
      { status: 'booked', takenBy: 'hospital' },
    ]);
  });
  it('leaves a number that did not change alone', () => {
    expect(plan([ticket({ hisVersion: stamp(0, 1) })], [ours()])).toEqual({
      inserts: [],
      updates: [],
      misfits: [],
      blocked: [],
      tellAgain: [],
      withdrawn: new Set(),
    });
  });
});
