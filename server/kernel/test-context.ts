import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import type { Database } from '#db/client.ts';
import { systemClock } from './clock.ts';
import type { Actor, Context, ContextOf, StaffRole } from './context.ts';
import { systemIds } from './ids.ts';
import { createSealing } from './sealing.ts';

export type SentText = { phone: string; text: string };
/** `sent` collects the text messages that would have gone out. */
export type TestContext<A extends Actor> = Omit<Context, 'actor'> & { actor: A; sent: SentText[] };

const silent = pino({ level: 'silent' });
const sealing = createSealing('test-secret-of-at-least-thirty-two-characters');

/** A context as a request would have it; only clock, ids and the SMS gateway may be swapped. */
export function testContext<A extends Actor>(db: Database, actor: A, overrides: Partial<Context> = {}): TestContext<A> {
  const sent: SentText[] = [];
  return {
    db,
    clock: systemClock,
    ids: systemIds,
    sealing,
    log: silent,
    sms: async (phone, text) => {
      sent.push({ phone, text });
      return { ok: true };
    },
    demo: false,
    requestId: randomUUID(),
    channel: 'web',
    internal: false,
    sidHash: null,
    ...overrides,
    actor,
    sent,
  };
}

export const residentActor = (resident: { residentId: string; accountId: string; name: string }) =>
  ({ kind: 'resident', ...resident }) satisfies ContextOf<'resident'>['actor'];

export const staffActor = (facilityId: string, ...roles: StaffRole[]) =>
  ({
    kind: 'staff',
    accountId: randomUUID(),
    facilityId,
    roles,
    name: '测试员工',
  }) satisfies ContextOf<'staff'>['actor'];

export const systemActor = (job = 'test') => ({ kind: 'system', job }) satisfies ContextOf<'system'>['actor'];
