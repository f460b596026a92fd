import { Agent, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { ProxyServer } from 'http-proxy-3';
import { sendDownPage } from './down-page.ts';
import { contentSecurityPolicy, newNonce } from './headers.ts';
import { pathOf, routeClassOf } from './route-class.ts';

export type Forward = {
  web: (req: IncomingMessage, res: ServerResponse) => void;
  upgrade: (req: IncomingMessage, socket: Duplex, head: Buffer) => void;
  close: () => void;
};

export type ForwardOptions = {
  webUrl: string;
  publicUrl: string;
  dev: boolean;
  timeoutMs?: number;
  onError?: (error: Error) => void;
};

const wantsHtml = (req: IncomingMessage) => (req.headers.accept ?? '').includes('text/html');
/** A page as HTML, not the data with which Next's script changes a page that is already shown. */
const isDocument = (req: IncomingMessage) => routeClassOf(pathOf(req.url)) === 'page' && req.headers.rsc === undefined;
const noScript = "default-src 'self'; script-src 'none'; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'";

/**
 * Hands requests to the web process as raw streams over kept connections (fetch here cost two thirds of the
 * pages per second, design §1) and puts a fresh nonce on both the way in, where Next reads it, and the way out.
 */
export function createForward({
  webUrl,
  publicUrl,
  dev,
  timeoutMs = dev ? 180_000 : 30_000, // in development the first visit compiles
  onError = () => {},
}: ForwardOptions): Forward {
  const agent = new Agent({ keepAlive: true, maxSockets: 256, maxFreeSockets: 64 });
  const proxy = new ProxyServer({ target: webUrl, agent, proxyTimeout: timeoutMs });
  const https = publicUrl.startsWith('https:');
  const open = new Set<Duplex>(); // upgraded sockets: the server no longer counts them as its own
  const policies = new WeakMap<IncomingMessage, string>();

  proxy.on('proxyRes', (answer, req) => {
    const policy = policies.get(req);
    const html = (answer.headers['content-type'] ?? '').startsWith('text/html');
    if (html) answer.headers['content-security-policy'] = policy ?? noScript;
    // who is signed in sees pages of their own: no cache on the way may keep one
    const kept = /\b(public|immutable)\b/.test(answer.headers['cache-control'] ?? '');
    if (html || (req.headers.cookie && !kept)) answer.headers['cache-control'] = 'private, no-store';
    delete answer.headers['x-powered-by'];
  });

  // a page that is closed while it reloads resets the socket behind the upgrade: no reason to end the process
  proxy.on('open', (upstream) => upstream.on('error', () => upstream.destroy()));
  proxy.on('error', (error) => onError(error));

  return {
    web: (req, res) => {
      if (isDocument(req)) {
        const nonce = newNonce();
        const policy = contentSecurityPolicy(nonce, { dev, https });
        policies.set(req, policy);
        req.headers['content-security-policy'] = policy;
        req.headers['x-nonce'] = nonce;
      }
      const started = performance.now();
      proxy.web(req, res, {}, (error) => {
        onError(error);
        sendDownPage(res, performance.now() - started >= timeoutMs ? 504 : 502, wantsHtml(req));
      });
    },
    upgrade: (req, socket, head) => {
      if (!dev) return void socket.destroy();
      socket.on('error', () => {});
      open.add(socket);
      socket.once('close', () => open.delete(socket));
      proxy.ws(req, socket, head, {}, () => socket.destroy());
    },
    close: () => {
      agent.destroy();
      for (const socket of open) socket.destroy();
    },
  };
}
