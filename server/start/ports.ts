import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import type { PortName, StartOptions } from './options.ts';

const labels: Record<PortName, [what: string, setting: string]> = {
  port: ['the site', 'PORT'],
  webPort: ['the pages', 'WEB_PORT'],
  pgPort: ['the database', 'PG_PORT'],
  sandboxPort: ['the sandbox hospitals', 'SANDBOX_PORT'],
};

/** A loopback port nobody listens on. (Not db/embedded's: importing that one takes over this process's signals.) */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** Whether nobody listens there: on the address itself and on the wildcard. */
export function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/**
 * Gives each part a port. A taken port that somebody named, or the address of the site, stops the start with
 * a sentence; a taken default of an inner part is replaced by a free one.
 */
export async function settlePorts(options: StartOptions, note: (text: string) => void): Promise<void> {
  for (const name of Object.keys(labels) as PortName[]) {
    if (name === 'pgPort' && options.databaseUrl) continue;
    if (await isPortFree(options[name], name === 'port' ? options.host : '127.0.0.1')) continue;
    const [what, setting] = labels[name];
    const holder = holderOf(options[name]);
    const taken = `Port ${options[name]} for ${what} is taken${holder ? ` by ${holder}` : ''}.`;
    if (name === 'port' || options.fixed.has(name)) {
      const hint = name === 'port' ? `PORT=${await findFreePort()} npm start` : `${setting}=${await findFreePort()}`;
      throw new Error(`${taken} Stop it, or choose another: ${hint}`);
    }
    options[name] = await findFreePort();
    note(`  ${taken} Using ${options[name]}.`);
  }
}

/** "name (process 123)" of whoever listens on a port, as far as this user may see it. */
export function holderOf(port: number): string | undefined {
  try {
    return process.platform === 'linux' ? holderOnLinux(port) : holderByLsof(port);
  } catch {
    return undefined;
  }
}

function holderByLsof(port: number): string | undefined {
  const text = execFileSync('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'], { encoding: 'utf8' });
  const pid = /^p(\d+)/m.exec(text)?.[1];
  return pid ? `${/^c(.+)/m.exec(text)?.[1]} (process ${pid})` : undefined;
}

function holderOnLinux(port: number): string | undefined {
  const inodes = new Set(['tcp', 'tcp6'].flatMap((table) => listeningInodes(table, port)));
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    if (!openSockets(pid).some((inode) => inodes.has(inode))) continue;
    return `${readFileSync(`/proc/${pid}/comm`, 'utf8').trim()} (process ${pid})`;
  }
  return undefined;
}

function listeningInodes(table: string, port: number): string[] {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  const rows = readFileSync(`/proc/net/${table}`, 'utf8').split('\n').slice(1);
  const fields = rows.map((row) => row.trim().split(/\s+/));
  return fields.filter((f) => f[1]?.endsWith(`:${hex}`) && f[3] === '0A').map((f) => f[9] ?? '');
}

function openSockets(pid: string): string[] {
  return namesIn(`/proc/${pid}/fd`).flatMap((fd) => {
    try {
      return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? [];
    } catch {
      return []; // closed since it was listed
    }
  });
}

/** Empty for another user's process, or one that has just ended. */
function namesIn(dir: string): string[] {
  try {
    return readdirSync(dir);
  } catch {
    return [];
  }
}
