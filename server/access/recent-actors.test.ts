import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Database } from '#db/client.ts';
import { residentActor } from '../kernel/test-context.ts';
import { noteActor, recallActor } from './recent-actors.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => vi.useRealTimers());

const db = {} as Database;
const me = residentActor({ residentId: 'r', accountId: 'a', name: '测试' });

it('knows for a second who held a session, and no longer', () => {
  noteActor(db, 'session', me);
  vi.advanceTimersByTime(1000);
  expect(recallActor(db, 'session')).toBe(me);
  vi.advanceTimersByTime(1);
  expect(recallActor(db, 'session')).toBeNull();
});

it('believes the last word, and knows nothing of other sessions or databases', () => {
  noteActor(db, 'session', me);
  noteActor(db, 'session', { kind: 'anonymous' });
  expect(recallActor(db, 'session')).toEqual({ kind: 'anonymous' });
  expect(recallActor(db, 'other')).toBeNull();
  expect(recallActor({} as Database, 'session')).toBeNull();
});
