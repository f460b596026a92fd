import { type HttpAnswer, type HttpLine, openLine } from './http-line.ts';

/** One request with its due time, in milliseconds after the start, and the port it goes to. */
export type Due = { atMs: number; port: number; bytes: Buffer };
/** `ms` from when it was due, not from when it could be sent, to its answer; `doneMs` from the start. */
export type Answered = { status: number; ms: number; doneMs: number; body: string };
export type OpenLoopReport = { answers: Answered[]; unanswered: number; reasons: string[] };

/** A visitor gives up after this. */
const patienceMs = 30_000;

/**
 * Asks each request when it is due, whether or not earlier ones were answered, as people do. `lines` connections stand
 * ready, as between a balancer and the site; what finds none free waits for one, and that time counts.
 */
export async function runOpenLoop(requests: Due[], startAt: number, lines: number): Promise<OpenLoopReport> {
  const free = new Map<number, HttpLine[]>();
  const waiting = new Map<number, ((line: HttpLine) => void)[]>();
  const ports = [...new Set(requests.map((one) => one.port))];
  for (const port of ports)
    free.set(port, await Promise.all(Array.from({ length: Math.ceil(lines / ports.length) }, () => openLine(port))));
  for (const port of ports) waiting.set(port, []);
  const answers: Answered[] = [];
  const reasons = new Set<string>();
  const ask = async ({ atMs, port, bytes }: Due) => {
    const [idle, queue] = [free.get(port) ?? [], waiting.get(port) ?? []];
    try {
      const line = idle.pop() ?? (await new Promise<HttpLine>((resolve) => queue.push(resolve)));
      const { status, body }: HttpAnswer = await line.ask(bytes);
      const doneMs = Date.now() - startAt;
      answers.push({ status, ms: doneMs - atMs, doneMs, body });
      const next = queue.shift();
      if (next) next(line);
      else idle.push(line);
    } catch (error) {
      reasons.add(error instanceof Error ? error.message : String(error));
    }
  };
  const open: Promise<void>[] = [];
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, startAt - Date.now())));
  for (let next = 0; next < requests.length; ) {
    const now = Date.now() - startAt;
    for (; next < requests.length && (requests[next] as Due).atMs <= now; next += 1)
      open.push(ask(requests[next] as Due));
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  const late = new Promise((resolve) => setTimeout(resolve, patienceMs).unref());
  await Promise.race([Promise.all(open), late]);
  for (const idle of free.values()) for (const line of idle) line.close();
  return { answers, unanswered: requests.length - answers.length, reasons: [...reasons] };
}
