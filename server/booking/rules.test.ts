import { describe, expect, it } from 'vitest';
import { type ActiveBooking, seatsFor } from './rules.ts';

const visit = (daySeat: number, openSeat: number, date = '2031-03-03'): ActiveBooking => ({
  ...{ appointmentId: `a${openSeat}`, departmentId: 'other', doctorKey: `d${openSeat}`, label: '内科' },
  ...{ date, daySeat, openSeat, windowStart: new Date(0), windowEnd: new Date(1) },
});
const wish = { departmentId: 'here', doctorKey: 'doctor', date: '2031-03-03' };
const caps = { perDay: 2, openMax: 3 };
const ruleOf = (active: ActiveBooking[]) => {
  const seats = seatsFor(wish, active, caps);
  return 'rule' in seats ? seats.rule : seats;
};

describe('caps per person', () => {
  it('give the lowest free seats below the cap', () => {
    expect(ruleOf([])).toEqual({ daySeat: 1, openSeat: 1 });
    expect(ruleOf([visit(2, 3)])).toEqual({ daySeat: 1, openSeat: 1 });
  });

  it('count every visit, also one on a seat beyond the cap, as a replacement may have', () => {
    expect(ruleOf([visit(2, 1), visit(3, 2)])).toBe('day-limit');
    const elsewhere = [2, 3, 4].map((seat) => visit(1, seat, `2031-03-0${seat + 2}`));
    expect(ruleOf(elsewhere)).toBe('open-limit');
  });
});
