import { Readable } from 'node:stream';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import type { Hono } from 'hono';
import { z } from 'zod';
import { type AuthKeys, createContext } from '../auth.ts';
import { guardedTopics } from '../consents/schema.ts';
import { takeRecord } from '../fhir-api/take-record.ts';
import { regionDay } from '../kernel/clock.ts';
import type { Context, ContextOf, Services } from '../kernel/context.ts';
import { Fault, invalid } from '../kernel/errors.ts';
import { type TakeForm, takeForms } from '../records/schema/take.ts';
import { faultError, lostDatabase, retryAfter } from '../trpc.ts';
import { foreignOrigin } from './headers.ts';
import type { FrontVariables } from './trpc-route.ts';

const asked = z.object({ residentId: z.uuid(), form: z.enum(takeForms) });

/** GET /fhir/take/:residentId?form=summary&family_planning=on: a record as a file to keep (B23). */
export function takeRoute(app: Hono<FrontVariables>, services: Services, keys: AuthKeys, publicUrl: string): void {
  app.get('/fhir/take/:residentId', async (c) => {
    const { headers } = c.req.raw;
    const residentId = c.req.param('residentId');
    const query = c.req.query();
    const request = { headers, requestId: c.get('requestId'), internal: c.get('internal') };
    const ctx = await createContext(services, keys, request);
    try {
      const read = asked.safeParse({ residentId, form: query.form });
      if (!read.success || foreignOrigin(headers, publicUrl)) throw invalid('input');
      const topics = guardedTopics.filter((topic) => query[topic] === 'on');
      const pieces = await takeRecord(readerOf(ctx), read.data.form, { residentId, topics });
      return fileOf(pieces, read.data.form, ctx.clock.now());
    } catch (error) {
      return refusalOf(error, headers, ctx.actor.kind, residentId);
    }
  });
}

function readerOf(ctx: Context): ContextOf<'resident'> | ContextOf<'staff'> {
  const { actor } = ctx;
  if (actor.kind === 'resident' || actor.kind === 'staff') return { ...ctx, actor } as ContextOf<'resident'>;
  throw new Fault('sign-in', { rule: 'sign-in-needed' });
}

/** The name says what it is and of which day, and of nobody: it lies about in download folders. */
function fileOf(pieces: AsyncIterable<string>, form: TakeForm, now: Date): Response {
  const name = `huimin-${form === 'summary' ? 'ips' : 'record'}-${regionDay(now)}.json`;
  return new Response(Readable.toWeb(Readable.from(encoded(pieces))) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': 'application/fhir+json; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
    },
  });
}

async function* encoded(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const piece of pieces) yield encoder.encode(piece);
}

/** Somebody at a screen goes back to the page that words the rule; a program gets an OperationOutcome. */
function refusalOf(error: unknown, headers: Headers, kind: Context['actor']['kind'], residentId: string): Response {
  const fault = error instanceof Fault ? error : lostDatabase(error)?.cause;
  if (!(fault instanceof Fault)) throw error;
  if (headers.get('accept')?.includes('text/html')) {
    const { rule, params } = fault.refusal;
    const words = new URLSearchParams({ who: residentId, refused: rule, most: String(params?.most ?? '') });
    const location = kind === 'staff' ? `/staff/records/${encodeURIComponent(residentId)}` : `/records/take?${words}`;
    return new Response(null, { status: 303, headers: { location } });
  }
  const issue = [{ severity: 'error', code: 'processing', diagnostics: fault.refusal.rule }];
  const seconds = retryAfter(fault);
  return Response.json(
    { resourceType: 'OperationOutcome', issue },
    {
      status: getHTTPStatusCodeFromError(faultError(fault)),
      headers: { 'content-type': 'application/fhir+json', ...(seconds ? { 'retry-after': seconds } : {}) },
    },
  );
}
