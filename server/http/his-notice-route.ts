import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { noticeBytesMost, receiveNotice } from '../his-sync/receive-notice.ts';
import type { Services } from '../kernel/context.ts';
import type { FrontVariables } from './trpc-route.ts';

const words = { 202: 'accepted', 401: 'unauthorized', 404: 'not-found' } as const;

/** POST /api/his/:code/notice: a hospital says that something changed, with its own bearer token. */
export function hisNoticeRoute(app: Hono<FrontVariables>, services: Services): void {
  const limit = bodyLimit({ maxSize: noticeBytesMost, onError: (c) => c.json({ error: { code: 'too-large' } }, 413) });
  app.post('/api/his/:code/notice', limit, async (c) => {
    const named = await c.req.text();
    const status = await receiveNotice(services, c.req.param('code'), c.req.header('authorization'), named);
    return c.json({ status: words[status] }, status);
  });
}
