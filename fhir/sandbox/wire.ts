import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, type Exchange, Refusal } from './exchange.ts';
import type { Health } from './health.ts';

const fhirJson = 'application/fhir+json';
const maxBody = 1_000_000;

export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBody) throw new Refusal(413, 'too-long', 'The body is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** 406 for what cannot be served: this server speaks JSON of R4 only. */
function negotiate(query: URLSearchParams, accept: string): void {
  const format = query.get('_format')?.replace(' ', '+');
  query.delete('_format');
  if (format) {
    if (!['json', 'application/json', fhirJson].includes(format)) throw new Refusal(406, 'not-supported', 'Only JSON');
    return;
  }
  const offers = accept.split(',').map((one) => one.trim());
  const json = offers.some((one) => /^(\*\/\*|application\/(\*|json|fhir\+json))(;|$)/.test(one));
  const otherVersion = /fhirVersion\s*=\s*(?!4\.0)/i.test(accept);
  if (accept && (!json || otherVersion)) throw new Refusal(406, 'not-supported', 'Only JSON of FHIR 4.0');
}

function parseBody(text: string, type: string, query: URLSearchParams): unknown {
  if (!text) return undefined;
  if (type.startsWith('application/x-www-form-urlencoded')) {
    for (const [name, value] of new URLSearchParams(text)) query.append(name, value);
    return undefined;
  }
  if (!/^application\/(fhir\+)?json(;|$)/.test(type)) throw new Refusal(415, 'not-supported', 'Send JSON');
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, 'structure', 'The body is not JSON');
  }
}

export async function toExchange(request: IncomingMessage, url: URL, base: string): Promise<Exchange> {
  const text = await readText(request);
  const query = new URLSearchParams(url.search);
  negotiate(query, request.headers.accept ?? '');
  const body = parseBody(text, request.headers['content-type'] ?? '', query);
  const below = url.pathname.slice(new URL(base).pathname.length);
  const path = below.split('/').filter(Boolean).map(decodeURIComponent);
  return { method: request.method ?? 'GET', path, query, headers: request.headers, body, base };
}

/** Sends the answer, or a spoiled copy of it. */
export function reply(request: IncomingMessage, response: ServerResponse, answer: Answer, health?: Health): void {
  const text = answer.body === undefined ? '' : JSON.stringify(answer.body);
  const bytes = Buffer.from(text);
  response.writeHead(answer.status, {
    ...(text ? { 'Content-Type': `${fhirJson}; charset=utf-8` } : {}),
    ...(answer.status === 304 || answer.status === 204 ? {} : { 'Content-Length': bytes.length }),
    ...answer.headers,
  });
  if (request.method === 'HEAD') response.end();
  else if (health?.truncate && bytes.length > 1) {
    response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
  } else response.end(bytes);
}

/** A body without end: 64 kB at a time until the other side has had enough. */
export function replyHuge(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': fhirJson });
  const block = Buffer.alloc(65_536, 32);
  const more = () => {
    while (!response.destroyed && response.write(block));
    if (!response.destroyed) response.once('drain', more);
  };
  response.write('{"resourceType":"Bundle","type":"searchset"');
  more();
}
