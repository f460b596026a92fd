import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { createSmsGateway } from './sms.ts';

let gateway: Server | undefined;
afterEach(() => gateway?.close());

type Seen = { method: string | undefined; authorization: string | undefined; body: string };

/** A stand-in for a telecom's HTTP interface that answers with `status`. */
async function standIn(status: number, headers: Record<string, string> = {}) {
  const seen: Seen[] = [];
  gateway = createServer(async (req: IncomingMessage, res) => {
    let body = '';
    for await (const chunk of req) body += chunk;
    seen.push({ method: req.method, authorization: req.headers.authorization, body });
    res.writeHead(status, headers).end();
  });
  await new Promise<void>((done) => gateway?.listen(0, '127.0.0.1', done));
  return { seen, url: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/send` };
}

it('posts phone and text with the key, once', async () => {
  const { seen, url } = await standIn(202);
  expect(await createSmsGateway(url, 'key')('13800000000', '验证码 123456')).toEqual({ ok: true });
  expect(seen).toEqual([
    {
      method: 'POST',
      authorization: 'Bearer key',
      body: JSON.stringify({ phone: '13800000000', text: '验证码 123456' }),
    },
  ]);
});

it.each([[500], [429]])('says so when the gateway answers %i', async (status) => {
  const { url } = await standIn(status);
  expect(await createSmsGateway(url, undefined)('13800000000', 'x')).toEqual({
    ok: false,
    reason: `gateway answered ${status}`,
  });
});

it('follows no redirect with the text in hand, and survives a gateway that is gone', async () => {
  const { seen, url } = await standIn(302, { location: 'http://127.0.0.1:9/elsewhere' });
  expect((await createSmsGateway(url, 'key')('13800000000', 'x')).ok).toBe(false);
  expect(seen).toHaveLength(1);
  expect((await createSmsGateway('http://127.0.0.1:9/', 'key')('13800000000', 'x')).ok).toBe(false);
});
