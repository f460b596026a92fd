import { getTRPCErrorShape, TRPCError } from '@trpc/server';
import type { Context } from '../kernel/context.ts';
import { Fault, type FaultCode } from '../kernel/errors.ts';
import { appRouter } from '../root.ts';
import { faultError, faultView, lostDatabase, retryAfter } from '../trpc.ts';

type Answer = { status: number; body: { error: unknown }; headers?: Record<string, string> };
type Shape = { message: string; code: number; data: { code: string; httpStatus: number } };

const shapes = new Map<FaultCode, Shape>();

/** tRPC's own form of an error, made once a code: building one a request, with its stack, costs 20 µs. */
function shapeOf(fault: Fault, path: string): Shape {
  let shape = shapes.get(fault.code);
  if (!shape) {
    shape = trpcShape(faultError(fault), path) as Shape;
    shapes.set(fault.code, shape);
  }
  return shape;
}

const trpcShape = (error: TRPCError, path: string) =>
  getTRPCErrorShape({
    config: appRouter._def._config,
    error,
    type: 'mutation',
    path,
    input: undefined,
    ctx: undefined,
  });

/** A fault of ours as the tRPC route answers it. */
export function faultAnswer(fault: Fault, path: string): Answer {
  const { code, data } = shapeOf(fault, path);
  const seconds = retryAfter(fault);
  return {
    status: data.httpStatus,
    body: { error: { message: fault.message, code, data: { ...data, path, fault: faultView(fault) } } },
    ...(seconds ? { headers: { 'retry-after': seconds } } : {}),
  };
}

/** Any other error: a lost database is "try again shortly", the rest is logged and hidden. */
export function unknownAnswer(error: unknown, ctx: Context, path: string): Answer {
  const lost = lostDatabase(error)?.cause;
  if (lost instanceof Fault) return faultAnswer(lost, path);
  ctx.log.error({ requestId: ctx.requestId, path, err: error }, 'procedure failed');
  const shape = trpcShape(new TRPCError({ code: 'INTERNAL_SERVER_ERROR' }), path) as Shape;
  return { status: shape.data.httpStatus, body: { error: shape } };
}
