import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

export type StartOptions = {
  root: string;
  dev: boolean;
  /** Address the front listens on; 127.0.0.1 unless a balancer stands before it. */
  host: string;
  port: number;
  webPort: number;
  pgPort: number;
  sandboxPort: number;
  /** Front processes that share the port; more than one needs Linux, and as many processors to be of use. */
  apiProcesses: number;
  /** Ports that were named, not defaulted: these are never replaced by a free one. */
  fixed: Set<PortName>;
  dataDir: string;
  /** A Postgres of one's own; without it the embedded one runs, in demo mode. */
  databaseUrl: string | undefined;
  publicUrl: string | undefined;
  his: number | undefined;
  residents: number | undefined;
  /** Also print what the parts log. */
  logs: boolean;
};
export type PortName = 'port' | 'webPort' | 'pgPort' | 'sandboxPort';

const flags = {
  dev: { type: 'boolean' },
  logs: { type: 'boolean' },
  help: { type: 'boolean' },
  host: { type: 'string' },
  port: { type: 'string' },
  'web-port': { type: 'string' },
  'pg-port': { type: 'string' },
  'sandbox-port': { type: 'string' },
  data: { type: 'string' },
  his: { type: 'string' },
  residents: { type: 'string' },
  'api-processes': { type: 'string' },
} as const;

export const usage = `npm start -- [options]        (each also as a setting of the environment)
  --port N            address of the site, 3000            PORT
  --host ADDRESS      127.0.0.1; 0.0.0.0 behind a balancer HOST
  --his N             hospitals with a connected system    HUIMIN_HIS
  --residents N       invented residents                   HUIMIN_RESIDENTS
  --data DIR          where the data lives, .data          HUIMIN_DATA
  --api-processes N   processes that answer, 1             HUIMIN_API_PROCESSES
  --logs              print the parts' log lines as well
  --web-port, --pg-port, --sandbox-port N                  WEB_PORT, PG_PORT, SANDBOX_PORT
  DATABASE_URL        a Postgres of your own instead of the embedded demo`;

/** Flags win over the environment; throws a sentence for a value that makes no sense. */
export function readOptions(root: string, args: string[], env: NodeJS.ProcessEnv): StartOptions | 'help' {
  const { values } = parseArgs({ args, options: flags, allowPositionals: false });
  if (values.help) return 'help';
  const fixed = new Set<PortName>();
  const port = (name: PortName, given: string | undefined, fallback: number) => {
    if (given) fixed.add(name);
    return readNumber(name, given, 1, 65_535) ?? fallback;
  };
  return {
    root,
    dev: values.dev ?? false,
    host: values.host ?? env.HOST ?? '127.0.0.1',
    port: port('port', values.port ?? env.PORT, 3000),
    webPort: port('webPort', values['web-port'] ?? env.WEB_PORT, 3001),
    pgPort: port('pgPort', values['pg-port'] ?? env.PG_PORT, 54329),
    sandboxPort: port('sandboxPort', values['sandbox-port'] ?? env.SANDBOX_PORT, 3002),
    fixed,
    dataDir: resolve(root, values.data ?? env.HUIMIN_DATA ?? join(root, '.data')),
    databaseUrl: env.DATABASE_URL || undefined,
    publicUrl: env.HUIMIN_PUBLIC_URL || undefined,
    his: readNumber('his', values.his ?? env.HUIMIN_HIS, 0, 10_000),
    residents: readNumber('residents', values.residents ?? env.HUIMIN_RESIDENTS, 1, 100_000_000),
    apiProcesses: readNumber('api-processes', values['api-processes'] ?? env.HUIMIN_API_PROCESSES, 1, 64) ?? 1,
    logs: values.logs ?? false,
  };
}

function readNumber(name: string, given: string | undefined, min: number, max: number): number | undefined {
  if (given === undefined || given === '') return undefined;
  const value = Number(given);
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new Error(`${name} is "${given}", but must be a whole number from ${min} to ${max}.`);
  }
  return value;
}
