import { initTRPC, TRPCError } from '@trpc/server';
import type { Actor, ActorOf, Context, StaffRole } from './kernel/context.ts';
import { Fault, type FaultCode, type Refusal } from './kernel/errors.ts';
import { isConnectionLoss } from './kernel/transaction.ts';
import { wire } from './kernel/wire.ts';

/** Every procedure states whom it is for; authorization.test.ts walks them all. */
export type Audience = 'anyone' | 'internal' | 'signed-in' | 'resident' | 'staff' | 'official';
export type Meta = { audience: Audience; roles?: StaffRole[] };

/** What a screen gets with an error: a rule to word, what blocks, and when to try again. */
export type FaultView = Omit<Refusal, 'nextAt'> & { code: FaultCode; nextAt?: string };

const statusOf: Record<FaultCode, TRPCError['code']> = {
  invalid: 'BAD_REQUEST',
  'sign-in': 'UNAUTHORIZED',
  'not-found': 'NOT_FOUND',
  refused: 'UNPROCESSABLE_CONTENT',
  conflict: 'CONFLICT',
  busy: 'TOO_MANY_REQUESTS',
  unavailable: 'SERVICE_UNAVAILABLE',
};

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    transformer: wire,
    errorFormatter: ({ shape, error }) => ({
      ...shape,
      message: error.cause instanceof Fault ? error.cause.message : shape.data.code,
      data: { code: shape.data.code, httpStatus: shape.data.httpStatus, path: shape.data.path, fault: viewOf(error) },
    }),
  });

export function faultView({ code, refusal }: Fault): FaultView {
  const { nextAt, ...rest } = refusal;
  return { code, ...rest, ...(nextAt ? { nextAt: nextAt.toISOString() } : {}) };
}

/** Seconds after which to ask again, for the Retry-After header; null where waiting does not help. */
export function retryAfter({ code, refusal }: Fault, now = Date.now()): string | null {
  if (code !== 'busy' && code !== 'unavailable') return null;
  return String(Math.max(1, Math.ceil(((refusal.nextAt?.getTime() ?? 0) - now) / 1000)));
}

function viewOf(error: TRPCError): FaultView | null {
  if (error.cause instanceof Fault) return faultView(error.cause);
  if (error.code === 'BAD_REQUEST') return { code: 'invalid', rule: 'input' };
  return null;
}

/** What a caller is told when the database did not answer in time, or null for any other error. */
export function lostDatabase(error: unknown): TRPCError | null {
  if (!isConnectionLoss(error)) return null;
  const fault = new Fault('unavailable', { rule: 'database-unavailable' });
  return new TRPCError({ code: 'SERVICE_UNAVAILABLE', message: fault.message, cause: fault });
}

export const faultError = (cause: Fault): TRPCError =>
  new TRPCError({ code: statusOf[cause.code], message: cause.message, cause });

const knownError = (cause: unknown): TRPCError | null =>
  cause instanceof Fault ? faultError(cause) : lostDatabase(cause);

/** Our faults keep their meaning; a lost database is "try again shortly"; the rest is logged and hidden. */
const mapErrors = t.middleware(async ({ next, ctx, path }) => {
  const result = await next();
  if (result.ok) return result;
  const cause = result.error.cause;
  const known = knownError(cause);
  if (known) throw known;
  if (result.error.code === 'INTERNAL_SERVER_ERROR') {
    ctx.log.error({ requestId: ctx.requestId, path, err: cause ?? result.error }, 'procedure failed');
  }
  throw result.error;
});

const signIn = () => new Fault('sign-in', { rule: 'sign-in-needed' });

/** Narrows the actor to one kind; another kind is told to sign in, never that it lacks a right. */
function only<K extends Actor['kind']>(kind: K, roles: StaffRole[] = []) {
  return t.middleware(({ ctx, next }) => {
    const { actor } = ctx;
    if (actor.kind !== kind) throw signIn();
    if (actor.kind === 'staff' && roles.length > 0 && !roles.some((role) => actor.roles.includes(role))) {
      throw new Fault('refused', { rule: 'role-needed', params: { roles: roles.join(',') } });
    }
    return next({ ctx: { ...ctx, actor: actor as ActorOf<K> } });
  });
}

export const router = t.router;
export const createCaller = t.createCallerFactory;
const base = t.procedure.use(mapErrors);

export const anyone = base.meta({ audience: 'anyone' });
/** Only our own web process, which proves itself with the internal token. */
export const internal = base.meta({ audience: 'internal' }).use(({ ctx, next }) => {
  if (!ctx.internal) throw new Fault('not-found', { rule: 'procedure-not-found' });
  return next();
});
export const signedIn = base.meta({ audience: 'signed-in' }).use(({ ctx, next }) => {
  if (ctx.actor.kind === 'anonymous') throw signIn();
  return next();
});
export const resident = base.meta({ audience: 'resident' }).use(only('resident'));
/** Staff of a facility; with roles, at least one of them. A manager may do what the desk and scheduler may. */
export const staff = (...roles: StaffRole[]) => base.meta({ audience: 'staff', roles }).use(only('staff', roles));
export const official = base.meta({ audience: 'official' }).use(only('official'));
