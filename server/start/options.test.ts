import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDataDir } from './data-dir.ts';
import { readOptions, type StartOptions } from './options.ts';
import { findFreePort, holderOf, settlePorts } from './ports.ts';
import { webEnv } from './stack.ts';

const read = (args: string[] = [], env: NodeJS.ProcessEnv = {} as NodeJS.ProcessEnv) =>
  readOptions('/opt/huimin', args, env) as StartOptions;
const environment = (values: Record<string, string>) => values as unknown as NodeJS.ProcessEnv;

describe('settings', () => {
  it('have defaults that need nothing', () => {
    expect(read()).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      dataDir: '/opt/huimin/.data',
      databaseUrl: undefined,
    });
  });
  it('come from the environment, and flags win', () => {
    const options = read(['--port', '4100', '--his', '432'], environment({ PORT: '5000', HUIMIN_RESIDENTS: '100000' }));
    expect(options).toMatchObject({ port: 4100, his: 432, residents: 100_000 });
    expect(options.fixed.has('port')).toBe(true);
  });
  it('say how many front processes share the port: one unless told', () => {
    expect(read().apiProcesses).toBe(1);
    expect(read(['--api-processes', '4']).apiProcesses).toBe(4);
    expect(() => read(['--api-processes', '0'])).toThrow(/api-processes is "0"/);
  });
  it('refuse what makes no sense with a sentence', () => {
    expect(() => read(['--port', 'x'])).toThrow(/port is "x", but must be a whole number from 1 to 65535/);
  });
});

describe('a taken port', () => {
  it('stops the start when it is the address of the site, and says who has it', async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    const { port } = holder.address() as { port: number };
    const options = read(['--port', String(port)]);
    await expect(settlePorts(options, () => {})).rejects.toThrow(new RegExp(`Port ${port} .* PORT=\\d+ npm start`));
    if (process.platform === 'linux') expect(holderOf(port)).toContain(`(process ${process.pid})`);
    holder.close();
  });
  it('is replaced when it is the default of an inner part', async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    const { port } = holder.address() as { port: number };
    const free = String(await findFreePort());
    const options = { ...read(['--port', free]), webPort: port, databaseUrl: 'postgres://x' };
    await settlePorts(options, () => {});
    expect(options.webPort).not.toBe(port);
    holder.close();
  });
});

describe('the data folder', () => {
  it('makes a secret only its owner can read, and keeps it', () => {
    const dir = mkdtempSync(join(tmpdir(), 'huimin-data-'));
    const first = openDataDir(dir, environment({}));
    expect(first.secret).toMatch(/^[0-9a-f]{64}$/);
    expect(statSync(first.path('secret')).mode & 0o777).toBe(0o600);
    first.release();
    expect(openDataDir(dir, environment({})).secret).toBe(first.secret);
    rmSync(dir, { recursive: true });
  });
});

describe('the web process', () => {
  it('gets no key to the data', () => {
    const from = environment({
      PATH: '/bin',
      DATABASE_URL: 'postgres://secret',
      HUIMIN_SECRET: 's'.repeat(32),
      HUIMIN_SMS_TOKEN: 't',
    });
    const env = webEnv(read(), 's'.repeat(32), true, from);
    expect(Object.keys(env).sort()).toEqual(
      [
        'API_URL',
        'AUTH_SECRET',
        'AUTH_TRUST_HOST',
        'HUIMIN_DEMO',
        'HUIMIN_PUBLIC_URL',
        'INTERNAL_TOKEN',
        'NEXT_TELEMETRY_DISABLED',
        'NODE_ENV',
        'PATH',
      ].sort(),
    );
    expect(JSON.stringify(env)).not.toContain('s'.repeat(32));
  });
});
