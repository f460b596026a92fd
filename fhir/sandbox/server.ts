import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { assignPatients, readPeople } from './charts/people.ts';
import { type SandboxConfig, sandboxSchema } from './config.ts';
import { Site } from './site.ts';

export type SandboxOptions = SandboxConfig & { port?: number; clock?: () => number };
export type Sandbox = { url: string; close(): Promise<void> };

/** Starts all hospitals of the configuration on one loopback port (a free one unless given). */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { port: wantedPort = 0, clock = Date.now, ...input } = options;
  const config = sandboxSchema.parse(input);
  // third-party hospitals keep bookings only
  const keeping = config.hospitals.filter((one) => one.kind === 'lean').map((one) => one.code);
  const patients = assignPatients(readPeople(config.people), keeping);
  const patientsOf = (code: string) => patients.get(code) ?? [];
  const world = { noticeUrl: config.platformNoticeUrl, stateDir: config.stateDir, clock, patientsOf };
  const sites = new Map<string, Site>();
  for (const hospital of config.hospitals) {
    if (sites.has(hospital.code)) throw new Error(`hospital ${hospital.code} is configured twice`);
    sites.set(hospital.code, await Site.open(hospital, world));
  }

  const server = http.createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    const url = new URL(request.url ?? '/', 'http://sandbox');
    if (url.pathname === '/healthz') {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ ok: true, hospitals: sites.size }));
      return;
    }
    const site = sites.get(url.pathname.split('/')[2] ?? '');
    if (!site || !url.pathname.startsWith('/his/')) {
      response.writeHead(404).end();
      return;
    }
    site.serve(request, response, url).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(wantedPort, '127.0.0.1', resolve);
  });

  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await Promise.all([...sites.values()].map((site) => site.close()));
    },
  };
}
