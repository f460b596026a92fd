import http from 'node:http';
import https from 'node:https';
import { guardedLookup, refusePrivateHost } from './address.ts';
import { HisError } from './errors.ts';

export type TransportLimits = {
  allowPrivate: boolean;
  timeoutMs: number;
  maxBodyBytes: number;
  maxConcurrency: number;
};
export type HttpCall = { method: string; url: URL; headers: Record<string, string>; body?: string | undefined };
export type HttpAnswer = { status: number; headers: http.IncomingHttpHeaders; text: string };
export type Transport = { send(call: HttpCall): Promise<HttpAnswer>; close(): void };

/** Turns what Node says of a socket into our words; the code is kept, the address is not. */
function toHisError(error: unknown, answered: boolean): HisError {
  if (error instanceof HisError) return error;
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
  if (answered) return new HisError('truncated', `the connection ended inside the body (${code})`);
  return new HisError('network', code);
}

/** Reads the whole body as text, counting; stops the socket as soon as it is too much. */
function readBody(response: http.IncomingMessage, maxBytes: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const tooLarge = () => response.destroy(new HisError('too-large', `more than ${maxBytes} bytes`));
    if (Number(response.headers['content-length'] ?? 0) > maxBytes) tooLarge();
    response.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) tooLarge();
      else chunks.push(chunk);
    });
    response.on('error', (error) => reject(toHisError(error, true)));
    response.on('close', () => {
      if (response.complete) resolve(Buffer.concat(chunks).toString('utf8'));
      else reject(new HisError('truncated', 'the connection ended inside the body'));
    });
  });
}

/** One connection pool to one hospital. Never follows a redirect, never outlives its deadline. */
export function createTransport(secure: boolean, limits: TransportLimits): Transport {
  const options: http.AgentOptions = { keepAlive: true, maxSockets: limits.maxConcurrency, maxFreeSockets: 2 };
  const lookup = limits.allowPrivate ? {} : { lookup: guardedLookup() };
  const agent = secure ? new https.Agent(options) : new http.Agent(options);

  function attempt(call: HttpCall, signal: AbortSignal): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      let answered = false;
      const request = (secure ? https : http).request(
        call.url,
        { method: call.method, headers: call.headers, agent, signal, ...lookup },
        (response) => {
          answered = true;
          const status = response.statusCode ?? 0;
          if (status >= 300 && status < 400 && status !== 304) {
            reject(new HisError('redirect', `status ${status}`, { status }));
            response.destroy();
            return;
          }
          readBody(response, limits.maxBodyBytes).then(
            (text) => resolve({ status, headers: response.headers, text }),
            reject,
          );
        },
      );
      request.on('error', (error) => {
        // a kept connection may have been closed by the other side while it lay idle
        const stale = request.reusedSocket && !answered && (error as NodeJS.ErrnoException).code === 'ECONNRESET';
        reject(stale ? new StaleConnection() : toHisError(error, answered));
      });
      request.end(call.body);
    });
  }

  async function send(call: HttpCall): Promise<HttpAnswer> {
    if (!limits.allowPrivate) refusePrivateHost(call.url.hostname);
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), limits.timeoutMs);
    try {
      for (;;) {
        try {
          return await attempt(call, deadline.signal);
        } catch (error) {
          if (deadline.signal.aborted) throw new HisError('timeout', `no full answer within ${limits.timeoutMs} ms`);
          if (!(error instanceof StaleConnection)) throw error;
        }
      }
    } finally {
      clearTimeout(timer);
    }
  }

  return { send, close: () => agent.destroy() };
}

/** Every call is a read, a full update or a conditional create: sending it once more is harmless. */
class StaleConnection extends Error {}
