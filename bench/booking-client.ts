import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { cookieOf } from '#server/http/testing/api-process.ts';
import { type HttpAnswer, openLine } from './http-line.ts';
import { spreadOf } from './spread.ts';

export type ClientPlan = {
  mark: string;
  sessions: number;
  residents: number;
  rootSecret: string;
  port: number;
  connections: number;
  seconds: number;
  /** Residents of this client, each of whom books once: from (inclusive) to (exclusive). */
  from: number;
  to: number;
};
export type ClientReport = {
  seconds: number;
  /** Milliseconds of each booking. */
  latencies: Float64Array;
  /** 'session number' of each acknowledged booking. */
  tickets: string[];
  /** Answers that were no booking. */
  wrong: string[];
};

/** A step without common factor with the number of sessions, so that neighbours in time are far apart. */
const step = 7919;

async function requestsOf(plan: ClientPlan): Promise<Buffer[]> {
  const spread = spreadOf(plan.mark, plan.sessions, plan.residents);
  const requests: Buffer[] = [];
  for (let resident = plan.from; resident < plan.to; resident += 1) {
    const session = (resident * step) % plan.sessions;
    const residentId = spread.residentId(resident);
    const body = JSON.stringify({
      key: residentId.replaceAll('-', ''),
      facilityId: spread.facilityOf(session),
      sessionId: spread.sessionId(session),
      residentId,
    });
    const cookie = await cookieOf(spread.sidOf(resident), plan.rootSecret);
    requests.push(
      Buffer.from(
        `POST /api/trpc/booking.book HTTP/1.1\r\nhost: 127.0.0.1:${plan.port}\r\ncontent-type: application/json\r\n` +
          `cookie: ${cookie}\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
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
  const started = performance.now();
  const end = started + plan.seconds * 1000;
  let next = 0;
  await Promise.all(
    lines.map(async (line) => {
      for (let request = requests[next]; request && performance.now() < end; request = requests[next]) {
        next += 1;
        const asked = performance.now();
        answers.push(await line.ask(request));
        latencies.push(performance.now() - asked);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  for (const line of lines) line.close();
  if (next >= requests.length) throw new Error('the prepared residents ran out: prepare more');
  const found = answers.map(ticketOf); // after the clock has stopped
  return {
    seconds,
    latencies: Float64Array.from(latencies),
    tickets: found.flatMap((one) => one.ticket ?? []),
    wrong: found.flatMap((one) => one.wrong ?? []),
  };
}

function ticketOf({ status, body }: HttpAnswer): { ticket?: string; wrong?: string } {
  if (status !== 200) return { wrong: `${status} ${body.slice(0, 300)}` };
  const { sessionId, ticketNumber, status: state } = JSON.parse(body).result.data;
  return state === 'booked'
    ? { ticket: `${sessionId} ${ticketNumber}` }
    : { wrong: `not booked: ${body.slice(0, 300)}` };
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
