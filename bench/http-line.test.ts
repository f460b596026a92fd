import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { openLine, parseAnswer } from './http-line.ts';

const plain = Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n号号');
const chunked = Buffer.from('HTTP/1.1 422 No\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n号\r\n2\r\nab\r\n0\r\n\r\n');

it.each([
  ['content-length', plain, { status: 200, body: '号号' }],
  ['chunked', chunked, { status: 422, body: '号ab' }],
])('reads %s, and nothing before it is whole', (_, bytes, answer) => {
  for (let cut = 0; cut < bytes.length; cut += 1) expect(parseAnswer(bytes.subarray(0, cut))).toBeNull();
  expect(parseAnswer(bytes)).toEqual(answer);
});

it('keeps one connection for many requests and says so when it breaks', async () => {
  const seen = new Set<unknown>();
  const server = createServer((req, res) => {
    seen.add(req.socket);
    if (req.url === '/break') req.socket.destroy();
    else res.end(req.url);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const line = await openLine((server.address() as AddressInfo).port);
  const ask = (path: string) => line.ask(Buffer.from(`GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`));
  expect(await ask('/a')).toEqual({ status: 200, body: '/a' });
  expect(await ask('/b')).toEqual({ status: 200, body: '/b' });
  expect(seen.size).toBe(1);
  await expect(ask('/break')).rejects.toThrow(/closed/);
  server.close();
});
