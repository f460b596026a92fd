import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { AuthKeys } from '../auth.ts';
import type { Services } from '../kernel/context.ts';
import { metrics } from '../kernel/metrics.ts';
import { apiHeaders } from './headers.ts';
import type { Readiness } from './readiness.ts';
import { mounts } from './routes.ts';
import { type FrontVariables, trpcRoute } from './trpc-route.ts';

/** What the front knows of a request before any route sees it. */
export type Bindings = HttpBindings & {
  incoming: HttpBindings['incoming'] & { huimin?: { requestId: string; internal: boolean } };
};
type Options = { services: Services; keys: AuthKeys; publicUrl: string };

/** What the front answers itself: health, metrics, tRPC and the routes of rooms. */
export function ownRoutes({ services, keys, publicUrl }: Options, readiness: () => Promise<Readiness>) {
  const app = new Hono<FrontVariables & { Bindings: Bindings }>();
  app.use(async (c, next) => {
    const known = c.env.incoming.huimin;
    c.set('requestId', known?.requestId ?? '');
    c.set('internal', known?.internal ?? false);
    await next();
    for (const [name, value] of Object.entries(apiHeaders)) c.header(name, value);
  });
  app.onError((error, c) => {
    services.log.error({ requestId: c.get('requestId'), err: error }, 'request failed');
    return c.json({ error: { code: 'unavailable' } }, 500);
  });
  app.notFound((c) => c.json({ error: { code: 'not-found' } }, 404));
  app.get('/healthz', (c) => c.json({ status: 'alive' }));
  app.get('/readyz', async (c) => {
    const answer = await readiness();
    return c.json(answer, answer.status === 'ready' || answer.status === 'degraded' ? 200 : 503);
  });
  app.get('/metrics', async (c) => {
    // figures of the inside: for a scraper that reaches us directly, not for visitors through a balancer
    if (c.req.header('x-forwarded-for')) return c.notFound();
    return c.text(await metrics.metrics(), 200, { 'content-type': metrics.contentType });
  });
  app.route('/', trpcRoute(services, keys, publicUrl) as never);
  for (const mount of mounts) mount(app as never, services, keys, publicUrl);
  return app;
}
