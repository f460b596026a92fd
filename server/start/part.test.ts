import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPart, type Part, type PartOptions } from './part.ts';

let dir: string;
let parts: Part[];
let events: string[];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'huimin-part-'));
  parts = [];
  events = [];
});
afterEach(() => {
  for (const part of parts) part.kill();
  rmSync(dir, { recursive: true, force: true });
});

const ready = `console.log(JSON.stringify({ ready: true, pid: process.pid }));`;

/** A child that runs `script`, as the supervisor runs its parts. */
function fake(script: string, more: Partial<PartOptions> = {}): Part {
  const file = join(dir, 'child.mjs');
  writeFileSync(file, script);
  const part = createPart({
    name: 'fake',
    command: process.execPath,
    args: [file],
    env: process.env,
    cwd: dir,
    logFile: join(dir, 'fake.log'),
    onEvent: (text) => events.push(text),
    ...more,
  });
  parts.push(part);
  return part;
}

const isAlive = (pid: number | undefined) => {
  try {
    return pid !== undefined && process.kill(pid, 0);
  } catch {
    return false;
  }
};

async function until(what: () => boolean): Promise<void> {
  const limit = Date.now() + 8000;
  while (!what()) {
    if (Date.now() > limit) throw new Error(`waited too long; events: ${events.join(' | ')}`);
    await new Promise((wake) => setTimeout(wake, 20));
  }
}

describe('a part', () => {
  it('is ready when it says so, and its lines are kept', async () => {
    const part = fake(`console.log('hello'); setTimeout(() => { ${ready} }, 50); setInterval(() => {}, 1000);`);
    await part.start();
    expect(isAlive(part.pid)).toBe(true);
    await until(() => readFileSync(join(dir, 'fake.log'), 'utf8').includes('hello'));
    await part.stop();
    expect(part.pid).toBeUndefined();
  });

  it('is started again when it dies, with another process', async () => {
    const part = fake(`${ready} setInterval(() => {}, 1000);`);
    await part.start();
    const first = part.pid;
    process.kill(first ?? 0, 'SIGKILL');
    await until(() => events.includes('fake is back'));
    expect(part.pid).not.toBe(first);
    expect(events[0]).toMatch(/fake ended \(SIGKILL\); starting it again in 0\.2 s/);
  });

  it('waits longer each time it dies at once', async () => {
    const part = fake(`${ready} setTimeout(() => process.exit(3), 10);`);
    await part.start();
    await until(() => events.filter((text) => text.includes('ended (code 3)')).length >= 3);
    await part.stop();
    const pauses = events.flatMap((text) => /again in ([\d.]+) s/.exec(text)?.[1] ?? []);
    expect(pauses.slice(0, 3)).toEqual(['0.2', '0.4', '0.8']);
  });

  it('is not started again once it was told to stop', async () => {
    const part = fake(`${ready} setInterval(() => {}, 1000);`);
    await part.start();
    await part.stop();
    await new Promise((wake) => setTimeout(wake, 400));
    expect(part.pid).toBeUndefined();
    expect(part.restarts).toBe(0);
  });

  it('is killed with what it started when it does not stop', async () => {
    const part = fake(
      `import { spawn } from 'node:child_process';
       const inner = spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)']);
       process.on('SIGTERM', () => {});
       console.log(JSON.stringify({ ready: true, inner: inner.pid }));
       setInterval(() => {}, 1000);`,
      { stopWithinMs: 300 },
    );
    await part.start();
    await until(() => readFileSync(join(dir, 'fake.log'), 'utf8').includes('inner'));
    const inner = Number(/"inner":(\d+)/.exec(readFileSync(join(dir, 'fake.log'), 'utf8'))?.[1]);
    expect(isAlive(inner)).toBe(true);
    await part.stop();
    await until(() => !isAlive(inner));
  });

  it('says where to look when it dies before it is ready', async () => {
    await expect(fake(`process.exit(7);`).start()).rejects.toThrow(
      /ended while starting \(code 7\); its log is .*fake\.log/,
    );
  });

  it('is given up when it stays silent', async () => {
    const part = fake(`setInterval(() => {}, 1000);`, { readyWithinMs: 200 });
    await expect(part.start()).rejects.toThrow(/not ready after 0\.2 s/);
  });
});
