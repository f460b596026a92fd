import { readEnv } from './env.ts';
import { createFront } from './http/front.ts';
import { watchProcess } from './http/gauges.ts';
import { watchCallers } from './http/watch-callers.ts';
import { exitOnFault } from './kernel/exit-on-fault.ts';
import { deriveKey } from './kernel/sealing.ts';
import { openServices } from './services.ts';

const env = readEnv();
const services = await openServices(env, 'api');
exitOnFault(services.log);
watchProcess(services);

const dev = process.env.HUIMIN_DEV === '1';
const keys = {
  authSecret: deriveKey(env.HUIMIN_SECRET, 'auth').toString('hex'),
  internalToken: deriveKey(env.HUIMIN_SECRET, 'internal').toString('hex'),
};
const front = createFront({
  services,
  keys,
  webUrl: env.WEB_URL,
  publicUrl: env.HUIMIN_PUBLIC_URL,
  sandboxUrl: process.env.SANDBOX_URL,
  dev,
});
const stopWatching = watchCallers(front.server, services, keys);
front.server.on('error', (error: NodeJS.ErrnoException) => {
  services.log.fatal({ port: env.PORT, code: error.code }, 'cannot listen');
  process.exit(1);
});
// Several processes on one port: the kernel gives each a share of the connections. In the second of a release
// thousands connect at once, and whom the short default queue drops comes back only a second later.
front.server.listen({ port: env.PORT, host: env.HOST, reusePort: env.SHARE_PORT === '1', backlog: 4096 }, () => {
  services.log.info({ ready: true, host: env.HOST, port: env.PORT }, 'listening');
});

const stop = async () => {
  services.log.info('draining');
  setTimeout(() => process.exit(0), 11_000).unref();
  await front.drain(dev ? 300 : 8000);
  await stopWatching();
  await services.db.pool.end();
  process.exit(0);
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
