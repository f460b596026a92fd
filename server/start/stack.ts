import { writeFileSync } from 'node:fs';
import { connectedHospitals } from '#db/seed/connected-hospitals.ts';
import { createSealing, deriveKey } from '../kernel/sealing.ts';
import type { DataDir } from './data-dir.ts';
import { peopleFile } from './demo-people.ts';
import type { StartOptions } from './options.ts';
import { createPart, type Environment, type Part, type PartOptions } from './part.ts';

export type StackContext = {
  options: StartOptions;
  data: DataDir;
  onEvent: (text: string) => void;
  onLine: (part: string, line: string) => void;
};
type PartPlan = Pick<PartOptions, 'name' | 'args' | 'env'> & Partial<PartOptions>;

export const sandboxUrl = (options: StartOptions) => `http://127.0.0.1:${options.sandboxPort}`;
export const siteUrl = (options: StartOptions) => options.publicUrl ?? `http://localhost:${options.port}`;

/** How this machine reaches the front itself, whatever the outside calls it. */
export function apiUrl({ host, port }: StartOptions): string {
  const inner = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${inner.includes(':') ? `[${inner}]` : inner}:${port}`;
}

/** What any process may know: where programs are and how to speak, no keys and no addresses of data. */
const harmless = [
  'PATH',
  'HOME',
  'LANG',
  'LC_ALL',
  'TZ',
  'TMPDIR',
  'LOG_LEVEL',
  'NODE_EXTRA_CA_CERTS',
  'SystemRoot',
  'HUIMIN_GALLERY',
];

/** The web process draws pages and holds no database key, so a hole in it is worth less. */
export function webEnv(options: StartOptions, secret: string, demo: boolean, from: Environment): Environment {
  const kept = harmless.filter((name) => from[name] !== undefined).map((name) => [name, from[name]]);
  return {
    ...Object.fromEntries(kept),
    NODE_ENV: options.dev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    AUTH_SECRET: deriveKey(secret, 'auth').toString('hex'),
    AUTH_TRUST_HOST: 'true',
    INTERNAL_TOKEN: deriveKey(secret, 'internal').toString('hex'),
    API_URL: apiUrl(options),
    HUIMIN_DEMO: demo ? '1' : '0',
    HUIMIN_PUBLIC_URL: siteUrl(options),
  };
}

export function createParts(context: StackContext, databaseUrl: string, demo: boolean) {
  const { options, data } = context;
  const webUrl = `http://127.0.0.1:${options.webPort}`;
  const serverEnv = {
    ...process.env,
    NODE_ENV: options.dev ? 'development' : 'production',
    DATABASE_URL: databaseUrl,
    HUIMIN_SECRET: data.secret,
    HUIMIN_DEMO: demo ? '1' : '0',
    HUIMIN_PUBLIC_URL: siteUrl(options),
    HOST: options.host,
    PORT: String(options.port),
    WEB_URL: webUrl,
    ...(demo ? { SANDBOX_URL: sandboxUrl(options) } : {}),
    ...(options.dev ? { HUIMIN_DEV: '1' } : {}),
  };
  const watch = options.dev ? ['--watch', '--watch-preserve-output'] : [];
  return {
    apis: Array.from({ length: options.apiProcesses }, (_, i) =>
      part(context, {
        name: i === 0 ? 'api' : `api-${i + 1}`,
        args: [...watch, 'server/api.ts'],
        env: { ...serverEnv, SHARE_PORT: options.apiProcesses > 1 ? '1' : '0' },
        stopWithinMs: 12_000,
      }),
    ),
    worker: part(context, {
      name: 'worker',
      args: [...watch, 'server/worker.ts'],
      env: serverEnv,
      stopWithinMs: 12_000,
    }),
    web: part(context, {
      name: 'web',
      args: webArgs(options),
      env: webEnv(options, data.secret, demo, process.env),
      isReady: async () => (await fetch(`${webUrl}/_next/static/alive`, { redirect: 'manual' })).status < 500,
      stopWithinMs: 6000,
    }),
  };
}

function webArgs({ dev, webPort }: StartOptions): string[] {
  const listen = ['-p', String(webPort), '-H', '127.0.0.1'];
  // kept longer than the front keeps its idle connections, or it would write into closing ones
  return ['node_modules/next/dist/bin/next', ...(dev ? ['dev'] : ['start', '--keepAliveTimeout', '70000']), ...listen];
}

export function createPostgres(context: StackContext): Part {
  const { options, data } = context;
  const args = ['server/start/postgres.ts', options.dataDir, String(options.pgPort)];
  return part(context, { name: 'postgres', args, env: withoutKeys(data), stopWithinMs: 15_000 });
}

/** The hospitals' side of the demo, with the same tokens the seed registers for them. */
export function createSandbox(context: StackContext, his: number): Part {
  const { options, data } = context;
  const config = data.path('sandbox.json');
  const hospitals = connectedHospitals(his, createSealing(data.secret).hash);
  writeFileSync(
    config,
    JSON.stringify({ platformNoticeUrl: `${apiUrl(options)}/api/his`, people: peopleFile(data), hospitals }),
    { mode: 0o600 },
  );
  const args = [
    'fhir/sandbox/main.ts',
    '--port',
    String(options.sandboxPort),
    '--config',
    config,
    '--state',
    data.path('sandbox'),
  ];
  return part(context, { name: 'sandbox', args, env: withoutKeys(data), readyWithinMs: 120_000 });
}

function withoutKeys(data: DataDir): Environment {
  const entries = Object.entries(process.env).filter(
    ([name, value]) => value !== data.secret && !/^(DATABASE_URL|HUIMIN_SE|AUTH_|INTERNAL_)/.test(name),
  );
  return Object.fromEntries(entries);
}

function part(context: StackContext, plan: PartPlan): Part {
  const { options, data, onEvent, onLine } = context;
  return createPart({
    command: process.execPath,
    cwd: options.root,
    logFile: data.path(`logs/${plan.name}.log`),
    onEvent,
    onLine: (line) => onLine(plan.name, line),
    ...plan,
    args: ['--import', './server/start/follow-parent.ts', ...plan.args],
  });
}
