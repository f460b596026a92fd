import type { IncomingMessage, ServerResponse } from 'node:http';
import { Fault } from '../../kernel/errors.ts';
import { sendDownPage } from '../down-page.ts';
import { faultAnswer } from '../fault-answer.ts';
import { apiHeaders } from '../headers.ts';
import { pathOf, routeClassOf } from '../route-class.ts';
import { proceduresOf, type WorkClass } from './work-class.ts';

/** 'caller': this one asks too often (429). 'site': all of us are too busy (503). */
export type Cause = 'caller' | 'site';

const secondsOf = (waitMs: number) => Math.min(120, Math.max(1, Math.ceil(waitMs / 1000)));

/** Says no at once: why, what to do and when, in the form the asker reads. What came with the request is not read. */
export function turnAway(
  req: IncomingMessage,
  res: ServerResponse,
  { cause, kind, waitMs }: { cause: Cause; kind: WorkClass; waitMs: number },
): void {
  if (res.headersSent || res.destroyed) return;
  const seconds = secondsOf(waitMs);
  if (routeClassOf(pathOf(req.url)) !== 'trpc') {
    const wantsHtml = (req.headers.accept ?? '').includes('text/html');
    sendDownPage(res, cause === 'caller' ? 429 : 503, wantsHtml, seconds);
    return;
  }
  const names = proceduresOf(req.url);
  const fault = faultOf(cause, kind, seconds);
  const [first, ...rest] = names.map((name) => faultAnswer(fault, name));
  const isBatch = /[?&]batch=/.test(req.url ?? '');
  const text = JSON.stringify(isBatch ? [first, ...rest].map((one) => one?.body) : first?.body);
  res
    .writeHead(cause === 'caller' ? 429 : 503, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
      ...apiHeaders,
      'retry-after': String(seconds),
    })
    .end(text);
}

function faultOf(cause: Cause, kind: WorkClass, seconds: number): Fault {
  const nextAt = new Date(Date.now() + seconds * 1000);
  if (cause === 'caller') return new Fault('busy', { rule: 'caller-too-fast', params: { seconds }, nextAt });
  return new Fault('unavailable', { rule: kind === 'booking' ? 'too-busy' : 'site-busy', params: { seconds }, nextAt });
}
