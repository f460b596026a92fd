import { parseCrontab } from 'graphile-worker';
import { describe, expect, it } from 'vitest';
import { regionInstant } from '../kernel/clock.ts';
import { reminderCrontab } from './jobs.ts';
import { dueAt, type ReminderKind } from './rules.ts';

describe('when people are reminded', () => {
  const cases: [ReminderKind, string, string | null][] = [
    ['week-before', '15:00', '2026-12-01'],
    ['week-before', '14:59', null],
    ['two-days-before', '10:00', '2026-11-26'],
    ['two-days-before', '16:00', '2026-11-26'],
    ['two-days-before', '16:01', null],
    ['day-before', '15:30', '2026-11-25'],
    ['day-before', '23:00', null],
    ['same-day', '07:00', '2026-11-24'],
    ['same-day', '06:59', null],
  ];
  it.each(cases)('%s at %s is about %s', (kind, time, date) => {
    expect(dueAt(kind, regionInstant('2026-11-24', time))?.date ?? null).toBe(date);
  });

  it('has a line of the worker’s table for each kind, at the same instant in UTC', () => {
    const items = parseCrontab(reminderCrontab);
    expect(items.map((item) => [item.identifier, item.payload])).toEqual([
      ['reminders-week-before', { kind: 'week-before' }],
      ['reminders-two-days-before', { kind: 'two-days-before' }],
      ['reminders-day-before', { kind: 'day-before' }],
      ['reminders-same-day', { kind: 'same-day' }],
    ]);
    expect(reminderCrontab.split('\n').map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      ...['0 7', '0 2', '0 7', '0 23'],
    ]);
  });
});
