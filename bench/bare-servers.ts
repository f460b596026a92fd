import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** As many bare Node HTTP servers as there are api processes, for the measure of what a request costs at least. */
export async function startBareServers(count: number): Promise<{ ports: number[]; stop: () => void }> {
  const file = fileURLToPath(new URL('./bare-server.ts', import.meta.url));
  const children = Array.from({ length: count }, () =>
    spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] }),
  );
  const stop = () => {
    for (const child of children) child.kill();
  };
  try {
    return { ports: await Promise.all(children.map(portOf)), stop };
  } catch (error) {
    stop();
    throw error;
  }
}

async function portOf(child: ChildProcess): Promise<number> {
  if (!child.stdout) throw new Error('no output to read the port from');
  const [line] = await once(child.stdout, 'data');
  return Number(String(line).trim());
}
