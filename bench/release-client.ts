import { getPriority, setPriority } from 'node:os';
import { cookieSealer } from './cookies.ts';
import { type Due, type OpenLoopReport, runOpenLoop } from './open-loop.ts';
import { type Counts, spreadOf } from './spread.ts';

export type ReleasePlan = {
  mark: string;
  counts: Counts;
  rootSecret: string;
  ports: number[];
  /** 'book' asks for a number; 'rest' reads lists and one's own visits, as the rest of the site does. */
  what: 'book' | 'rest';
  /** Requests of this client: the resident of each, from `from` in steps of `every`. */
  from: number;
  every: number;
  count: number;
  perSecond: number;
  lines: number;
};
export type ReleaseReport = OpenLoopReport;

const reads = (departmentId: string) => [
  `booking.listMine?input=${encodeURIComponent('{"when":"coming"}')}`,
  `schedules.browse?input=${encodeURIComponent(JSON.stringify({ departmentId, days: 14 }))}`,
  `facilities.search?input=${encodeURIComponent('{"q":"压测医院"}')}`,
];

async function requestsOf(plan: ReleasePlan): Promise<Due[]> {
  const spread = spreadOf(plan.mark, plan.counts);
  const seal = await cookieSealer(plan.rootSecret);
  const requests: Due[] = [];
  for (let i = 0; i < plan.count; i += 1) {
    const resident = plan.from + i * plan.every;
    const session = resident % spread.sessions;
    const port = plan.ports[i % plan.ports.length] as number;
    const cookie = seal(spread.sidOf(resident));
    const head = `host: 127.0.0.1:${port}\r\ncookie: ${cookie}\r\n`;
    const facilityId = spread.facilityOf(session);
    const residentId = spread.residentId(resident);
    const body = JSON.stringify({
      ...{ key: residentId.replaceAll('-', ''), facilityId, sessionId: spread.sessionId(session), residentId },
    });
    const text =
      plan.what === 'book'
        ? `POST /api/trpc/booking.book HTTP/1.1\r\n${head}content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`
        : `GET /api/trpc/${reads(`${facilityId}:${plan.mark}0`)[i % 3]} HTTP/1.1\r\n${head}\r\n`;
    requests.push({ atMs: (i * 1000) / plan.perSecond, port, bytes: Buffer.from(text) });
  }
  return requests;
}

/** Twenty thousand phones are no part of the site: what plays them gives way to it, as if on machines of its own. */
const yieldToSite = 10;

/** Runs as a process of its own: told its plan, says 'ready', told when to start, reports. */
process.once('message', async (plan: ReleasePlan) => {
  const requests = await requestsOf(plan);
  if (plan.what === 'book') setPriority(Math.min(19, getPriority() + yieldToSite));
  process.once('message', async (startAt: number) => {
    const report: ReleaseReport = await runOpenLoop(requests, startAt, plan.lines);
    process.send?.(report, () => process.exit(0));
  });
  process.send?.('ready');
});
