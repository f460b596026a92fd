import { type HttpAnswer, type HttpLine, openLine } from './http-line.ts';

/** One request with its due time, in milliseconds after the start, and the port it goes to. */
export type Due = { atMs: number; port: number; bytes: Buffer };
/** `ms` from when it was due, not from when it could be sent, to its answer; `doneMs` from the start. */
export type Answered = { status: number; ms: number; doneMs: number; body: string };
export type OpenLoopReport = { answers: Answered[]; unanswered: number };

/** A visitor gives up after this. */
const patienceMs = 30_000;

/**
 * Sends each request when it is due, whether or not earlier ones were answered, as people do. Connections are
 * kept and used again; when none is free, one more is opened.
 */
export async function runOpenLoop(requests: Due[], startAt: number, warmLines: number): Promise<OpenLoopReport> {
  const free = new Map<number, HttpLine[]>();
  const ports = [...new Set(requests.map((one) => one.port))];
  for (const port of ports)
    free.set(
      port,
      await Promise.all(Array.from({ length: Math.ceil(warmLines / ports.length) }, () => openLine(port))),
    );
  const answers: Answered[] = [];
  const ask = async ({ atMs, port, bytes }: Due) => {
    const idle = free.get(port) ?? [];
    try {
      const line = idle.pop() ?? (await openLine(port));
      const { status, body }: HttpAnswer = await line.ask(bytes);
      const doneMs = Date.now() - startAt;
      answers.push({ status, ms: doneMs - atMs, doneMs, body });
      idle.push(line);
    } catch {
      // counted at the end among those without an answer
    }
  };
  const open: Promise<void>[] = [];
  await new Promise((resolve) => setTimeout(resolve, startAt - Date.now()));
  for (let next = 0; next < requests.length; ) {
    const now = Date.now() - startAt;
    for (; next < requests.length && (requests[next] as Due).atMs <= now; next += 1)
      open.push(ask(requests[next] as Due));
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  const late = new Promise((resolve) => setTimeout(resolve, patienceMs).unref());
  await Promise.race([Promise.all(open), late]);
  for (const lines of free.values()) for (const line of lines) line.close();
  return { answers, unanswered: requests.length - answers.length };
}
