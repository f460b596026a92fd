import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { cookieSealer } from './cookies.ts';
import { type HttpAnswer, openLine } from './http-line.ts';
import { type Counts, spreadOf } from './spread.ts';

export type ClientPlan = {
  mark: string;
  counts: Counts;
  rootSecret: string;
  port: number;
  connections: number;
  seconds: number;
  /** Residents of this client: from (inclusive) to (exclusive). Each books once, or all ask again and again. */
  from: number;
  to: number;
  again: boolean;
  /** The one session that all ask for; without it they are spread over all of them. */
  hot?: number | undefined;
};
export type ClientReport = {
  seconds: number;
  /** Processor seconds of this thread. */
  cpu: number;
  /** Milliseconds of each request. */
  latencies: Float64Array;
  answers: HttpAnswer[];
};

/** A step without common factor with the number of sessions, so that neighbours in time are far apart. */
const step = 7919;

async function requestsOf(plan: ClientPlan): Promise<Buffer[]> {
  const spread = spreadOf(plan.mark, plan.counts);
  const seal = await cookieSealer(plan.rootSecret);
  const requests: Buffer[] = [];
  for (let resident = plan.from; resident < plan.to; resident += 1) {
    const session = plan.hot ?? (resident * step) % spread.sessions;
    const residentId = spread.residentId(resident);
    const body = JSON.stringify({
      key: residentId.replaceAll('-', ''),
      facilityId: spread.facilityOf(session),
      sessionId: spread.sessionId(session),
      residentId,
    });
    requests.push(
      Buffer.from(
        `POST /api/trpc/booking.book HTTP/1.1\r\nhost: 127.0.0.1:${plan.port}\r\ncontent-type: application/json\r\n` +
          `cookie: ${seal(spread.sidOf(resident))}\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
      ),
    );
  }
  return requests;
}

/** Each connection asks for the next booking as soon as the last was answered. */
async function load(plan: ClientPlan, requests: Buffer[], go: () => Promise<unknown>): Promise<ClientReport> {
  const lines = await Promise.all(Array.from({ length: plan.connections }, () => openLine(plan.port)));
  await go();
  const answers: HttpAnswer[] = [];
  const latencies: number[] = [];
  const used = process.threadCpuUsage();
  const started = performance.now();
  const end = started + plan.seconds * 1000;
  let next = 0;
  const nextRequest = () => requests[plan.again ? next % requests.length : next];
  await Promise.all(
    lines.map(async (line) => {
      for (let request = nextRequest(); request && performance.now() < end; request = nextRequest()) {
        next += 1;
        const asked = performance.now();
        answers.push(await line.ask(request));
        latencies.push(performance.now() - asked);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.threadCpuUsage(used);
  for (const line of lines) line.close();
  if (!plan.again && next >= requests.length) throw new Error('the prepared residents ran out: prepare more');
  return { seconds, cpu: (user + system) / 1e6, latencies: Float64Array.from(latencies), answers };
}

if (!parentPort) throw new Error('runs as a worker thread');
const port = parentPort;
const plan = workerData as ClientPlan;
const requests = await requestsOf(plan);
const go = () => {
  port.postMessage('ready');
  return once(port, 'message');
};
port.postMessage(await load(plan, requests, go));
port.close();
