import { TRPCError } from '@trpc/server';
import { describe, expect, it } from 'vitest';
import { gates, mayCall, policy, staffRoles } from './authorization-policy.ts';
import type { Actor, Context } from './kernel/context.ts';
import { Fault } from './kernel/errors.ts';
import { testContext } from './kernel/test-context.ts';
import { appRouter } from './root.ts';
import { anyone, createCaller, type Meta, official, resident, router, staff } from './trpc.ts';

type Caller = { name: string; actor: Actor; internal?: boolean };
const account = { accountId: '00000000-0000-4000-8000-000000000001', name: '试' };
const staffOf = (...roles: typeof staffRoles): Actor => ({ kind: 'staff', ...account, facilityId: 'X0', roles });

const callers: Caller[] = [
  { name: 'anonymous', actor: { kind: 'anonymous' } },
  { name: 'our own web process', actor: { kind: 'anonymous' }, internal: true },
  { name: 'resident', actor: { kind: 'resident', ...account, residentId: '00000000-0000-4000-8000-000000000002' } },
  { name: 'resident not yet registered', actor: { kind: 'resident', ...account, residentId: null } },
  { name: 'staff without a role', actor: staffOf() },
  ...staffRoles.map((role) => ({ name: `staff: ${role}`, actor: staffOf(role) })),
  {
    name: 'official',
    actor: { kind: 'official', ...account, regionCode: '510000000000', regionPath: '510000000000/', level: 1 },
  },
  { name: 'hospital', actor: { kind: 'his', facilityId: 'X0' } },
  { name: 'job', actor: { kind: 'system', job: 'test' } },
];

type Outcome = { gate: string | null; touched: boolean };

/** Calls a procedure without input over a database that notices being touched. */
async function call(procedures: typeof appRouter, path: string, caller: Caller): Promise<Outcome> {
  let touched = false;
  const tripwire = new Proxy({} as Context['db'], {
    get: () => {
      touched = true;
      throw new Error('the resolver was reached');
    },
  });
  const context = testContext(tripwire, caller.actor, { internal: caller.internal ?? false });
  const entry = path
    .split('.')
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], createCaller(procedures)(context));
  try {
    await (entry as (input?: unknown) => Promise<unknown>)(undefined);
    return { gate: null, touched };
  } catch (error) {
    const fault = error instanceof TRPCError && error.cause instanceof Fault ? error.cause : null;
    return { gate: fault && gates.includes(fault.refusal.rule) ? fault.refusal.rule : null, touched };
  }
}

const procedures = appRouter._def.procedures as unknown as Record<string, { _def: { meta?: Meta } }>;
const paths = Object.keys(procedures);

describe('every procedure', () => {
  it('is in the policy, and the policy names nothing else', () => {
    expect(Object.keys(policy).sort()).toEqual([...paths].sort());
  });
  it.each(paths)('%s states the audience that the policy states', (path) => {
    const who = policy[path];
    if (!who) return; // named above
    const meta = procedures[path]?._def.meta;
    expect(meta?.audience).toBe(typeof who === 'object' ? 'staff' : who);
    if (typeof who === 'object') expect([...(meta?.roles ?? [])].sort()).toEqual([...who.staff].sort());
  });
});

describe.each(callers)('$name', (caller) => {
  it.each(paths)('%s', async (path) => {
    const who = policy[path];
    if (!who) return; // named by the first test above
    const { gate, touched } = await call(appRouter, path, caller);
    if (mayCall(who, caller.actor, caller.internal)) expect(gate).toBeNull();
    else expect({ gate: gate !== null, touched }).toEqual({ gate: true, touched: false });
  });
});

describe('the walk itself can fail', () => {
  const planted = router({
    open: anyone.query(({ ctx }) => ctx.db.pool),
    forStaff: staff('manager').query(({ ctx }) => ctx.db.pool),
    forOfficials: official.query(({ ctx }) => ctx.db.pool),
    forResidents: resident.query(({ ctx }) => ctx.db.pool),
  }) as unknown as typeof appRouter;
  const named = (name: string) => callers.find((caller) => caller.name === name) as Caller;

  it('sees a procedure that lets the wrong kind in', async () => {
    expect(await call(planted, 'open', named('anonymous'))).toEqual({ gate: null, touched: true });
    expect(await call(planted, 'forStaff', named('staff: manager'))).toEqual({ gate: null, touched: true });
  });
  it.each([
    ['forStaff', 'staff: desk', 'role-needed'],
    ['forStaff', 'official', 'sign-in-needed'],
    ['forOfficials', 'staff: manager', 'sign-in-needed'],
    ['forResidents', 'anonymous', 'sign-in-needed'],
  ])('%s turns %s away: %s', async (path, name, gate) => {
    expect(await call(planted, path, named(name))).toEqual({ gate, touched: false });
  });
});
