import type { IncomingMessage, ServerResponse } from 'node:http';
import { type AuthKeys, bearsSession, createContext, type IncomingRequest } from '../auth.ts';
import { refuseEarly } from '../booking/batch/known-sessions.ts';
import { book } from '../booking/book.ts';
import { appointmentView, bookInput } from '../booking/schema.ts';
import type { ContextOf, Services } from '../kernel/context.ts';
import { Fault } from '../kernel/errors.ts';
import { wire } from '../kernel/wire.ts';
import { faultAnswer, unknownAnswer } from './fault-answer.ts';
import { Forecourt } from './forecourt.ts';
import { apiHeaders, foreignOrigin } from './headers.ts';

export type LaneRequest = { requestId: string; internal: boolean };
type Pass = (req: IncomingMessage, res: ServerResponse) => void;
/** Calls `go` when it is the request's turn, or answers itself. */
type Admit = (go: () => void) => void;
type Asked = { input: ReturnType<typeof bookInput.parse>; isBatch: boolean };
type Answer = { status: number; body: unknown; headers?: Record<string, string> };
type Text = { text: string; length: number };

const path = 'booking.book';
const urls = [`/api/trpc/${path}`, `/api/trpc/${path}?batch=1`];
/** A booking is 300 bytes; what is larger is looked at by the ordinary route. */
const mostBytes = 4096;

/** Whether the lane may look at it: a booking that comes by itself, as the site and the benchmarks send it. */
export const isForLane = (req: IncomingMessage): boolean => req.method === 'POST' && urls.includes(req.url ?? '');

/**
 * A shorter way for the one procedure that thousands ask for in the same minute: the checks, the session, the
 * rules and the answers of the tRPC route, without its layers (150 µs a request). What is not plainly a
 * resident's booking passes on to that route, with its body; a test holds both to the same answers.
 *
 * Whom it can tell from memory that nothing is left is told before anything else is done: opening the cookie and
 * finding a place at the door would cost more than that answer, which is on the session's public page too. The rest
 * wait on the forecourt until they can be told, or tried.
 */
export function createBookingLane(services: Services, keys: AuthKeys, publicUrl: string, pass: Pass) {
  const serve = async (req: IncomingMessage, res: ServerResponse, request: IncomingRequest, asked: Asked) => {
    const ctx = await createContext(services, keys, request).catch(() => null);
    if (ctx?.actor.kind !== 'resident') return pass(req, res);
    send(res, asked, await answerTo({ ...ctx, actor: ctx.actor }, asked));
  };
  const forecourt = new Forecourt();
  return async (req: IncomingMessage, res: ServerResponse, known: LaneRequest, admit: Admit): Promise<void> => {
    const headers = { get: (name: string) => headerOf(req, name) };
    const length = Number(headers.get('content-length') ?? Number.NaN);
    const isJson = (headers.get('content-type') ?? '').startsWith('application/json');
    if (!isJson || !(length <= mostBytes) || (!known.internal && foreignOrigin(headers, publicUrl)))
      return admit(() => pass(req, res));
    const body = await readBody(req, length);
    if (!body) return void res.destroy();
    Object.assign(req, { rawBody: body }); // where the ordinary route looks for a body that was read before
    const asked = parseAsked(body, req.url ?? '');
    if (!asked) return admit(() => pass(req, res));
    const claimsSession = bearsSession(headers.get('cookie') ?? '');
    const answered = async () => {
      const early = claimsSession ? await answerEarly(services, asked) : null;
      if (early) send(res, asked, early);
      return early !== null;
    };
    if (await answered()) return;
    forecourt.enter({ res, answered, go: () => admit(() => void serve(req, res, { headers, ...known }, asked)) });
  };
}

function send(res: ServerResponse, { isBatch }: Asked, answer: Answer): void {
  const { status, headers } = answer;
  const { text, length } = isBatch ? textOf([answer.body]) : onceWritten(answer);
  res
    .writeHead(status, {
      'content-type': 'application/json',
      'content-length': length,
      ...apiHeaders,
      ...headers,
    })
    .end(text);
}

function textOf(body: unknown): Text {
  const text = JSON.stringify(body);
  return { text, length: Buffer.byteLength(text) };
}

/** The same refusal goes to thousands within a second, and so does the same answer. */
const texts = new WeakMap<Answer, Text>();
const refusals = new WeakMap<Fault, Answer>();
function onceWritten(answer: Answer): Text {
  const known = texts.get(answer) ?? textOf(answer.body);
  texts.set(answer, known);
  return known;
}
function refusalAnswer(fault: Fault): Answer {
  const known = refusals.get(fault) ?? faultAnswer(fault, path);
  refusals.set(fault, known);
  return known;
}

/** A refusal that is sure to come: it costs no look at the database. */
async function answerEarly(services: Services, { input }: Asked): Promise<Answer | null> {
  const fault = await refuseEarly(services, wishedOf(input)).catch(() => null);
  return fault && refusalAnswer(fault);
}

const wishedOf = ({ windowStart, ...input }: Asked['input']) => ({ ...input, windowStart: windowStart ?? null });

async function answerTo(ctx: ContextOf<'resident'>, { input }: Asked): Promise<Answer> {
  try {
    const early = await refuseEarly(ctx, wishedOf(input));
    if (early) return refusalAnswer(early);
    const view = appointmentView.parse(await book(ctx, input));
    return { status: 200, body: { result: { data: wire.serialize(view) } } };
  } catch (error) {
    return error instanceof Fault ? faultAnswer(error, path) : unknownAnswer(error, ctx, path);
  }
}

function parseAsked(body: Buffer, url: string): Asked | null {
  const isBatch = url.endsWith('?batch=1');
  try {
    const sent: unknown = JSON.parse(body.toString('utf8'));
    const one = isBatch ? (sent as { 0?: unknown })[0] : sent;
    const parsed = bookInput.safeParse(wire.deserialize(one));
    return parsed.success ? { input: parsed.data, isBatch } : null;
  } catch {
    return null;
  }
}

function headerOf(req: IncomingMessage, name: string): string | null {
  const value = req.headers[name];
  return typeof value === 'string' ? value : null;
}

/** The body of the stated length; null when the sender went away. */
function readBody(req: IncomingMessage, length: number): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.once('end', () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks, length)));
    req.once('close', () => resolve(null));
  });
}
