import type { Services } from '../kernel/context.ts';
import { enqueueMissing } from '../kernel/enqueue-missing.ts';
import { enqueue, type JobPayloads } from '../kernel/queue.ts';
import { transact } from '../kernel/transaction.ts';
import { countHospital } from './intake/count-told.ts';
import { rereadCoded } from './intake/reread-coded.ts';
import { type PullOutcome, pullHospital } from './pull.ts';
import { pullRecords } from './pull-records.ts';
import { refreshRecord } from './refresh/refresh-record.ts';
import { atOnce } from './refresh/rules.ts';
import { findEndpoint } from './registry.ts';
import { joinLine, pollSeconds, pullsAtOnce, recordsEveryMs } from './rules.ts';
import { tellPending } from './tell.ts';

/** How soon a hospital that confirms is asked for its answer, should its notice get lost. */
const answerMs = 2000;
/** Hospitals never pulled yet follow one another as fast as they can be taken in (0.1 to 0.5 s each). */
const freshStepMs = 150;

/** Charts are read by so many at once in one process; they hold up no booking. */
const readersMost = 2;
let readers = 0;
const turnedAway = { hospitals: new Map<string, Date>(), people: new Map<string, Date>() };
let refreshers = 0;

export const hisJobs = {
  'his-records': async ({ facilityId }: JobPayloads['his-records'], services: Services) => {
    const again = await readInTurn(services, facilityId);
    if (again) await recordsAt(services, facilityId, again);
  },
  'his-pull': async ({ facilityId }: JobPayloads['his-pull'], services: Services) => {
    const again = await pullInTurn(services, facilityId);
    // a notice that came meanwhile has queued an earlier one: that one stands
    if (again) await pullAt(services, facilityId, again, true);
  },
  'his-tell': async ({ facilityId }: JobPayloads['his-tell'], services: Services) => {
    const { again, awaits } = await tellPending(services, facilityId);
    if (again) {
      await transact(services.db, (tx) =>
        enqueue(tx, 'his-tell', { facilityId }, { key: tellKey(facilityId), runAt: again }),
      );
    }
    if (awaits) await pullAt(services, facilityId, new Date(services.clock.now().getTime() + answerMs), false);
  },
  /** A batch of bookings names its hospitals once; each is told by a job of its own, so that a slow one holds up nobody. */
  'his-tell-many': async ({ facilityIds }: JobPayloads['his-tell-many'], services: Services) => {
    await transact(services.db, async (tx) => {
      for (const facilityId of facilityIds) await enqueue(tx, 'his-tell', { facilityId }, { key: tellKey(facilityId) });
    });
  },
  'his-refresh': async (refresh: JobPayloads['his-refresh'], services: Services) => {
    if (await refreshInTurn(services, refresh)) return;
    const runAt = joinLine(turnedAway.people, refresh.residentId, services.clock.now(), Math.random());
    const options = { key: `refresh:${refresh.refreshId}`, runAt };
    await transact(services.db, (tx) => enqueue(tx, 'his-refresh', refresh, options));
  },
  'his-count': async ({ facilityId }: JobPayloads['his-count'], services: Services) => {
    await countHospital(services, facilityId);
  },
  'his-reread': async ({ facilityId, code }: JobPayloads['his-reread'], services: Services) => {
    await rereadCoded(services, facilityId, code);
  },
  'his-schedule': async (_payload: JobPayloads['his-schedule'], services: Services) => scheduleHospitals(services),
};

/** graphile-worker's crontab: heals whatever a killed process left unqueued, within a minute. */
export const hisCrontab = '* * * * * his-schedule ?jobKey=his-schedule&max=2';

const pullKey = (facilityId: string) => `pull:${facilityId}`;
const recordsKey = (facilityId: string) => `records:${facilityId}`;
const tellKey = (facilityId: string) => `tell:${facilityId}`;

const pullAt = (services: Services, facilityId: string, runAt: Date, keepRunAt: boolean) =>
  transact(services.db, (tx) =>
    enqueue(tx, 'his-pull', { facilityId }, { key: pullKey(facilityId), runAt, keepRunAt }),
  );

const recordsAt = (services: Services, facilityId: string, runAt: Date) =>
  transact(services.db, (tx) =>
    enqueue(tx, 'his-records', { facilityId }, { key: recordsKey(facilityId), runAt, keepRunAt: true }),
  );

async function readInTurn(services: Services, facilityId: string): Promise<Date | null> {
  if (readers >= readersMost) return joinLine(turnedAway.hospitals, facilityId, services.clock.now(), Math.random());
  turnedAway.hospitals.delete(facilityId);
  readers += 1;
  try {
    const outcome = await pullRecords(services, facilityId);
    return outcome.state === 'done' ? new Date(services.clock.now().getTime() + recordsEveryMs) : outcome.again;
  } finally {
    readers -= 1;
  }
}

/** Somebody waits for it, but others' jobs need hands too. */
async function refreshInTurn(services: Services, refresh: JobPayloads['his-refresh']): Promise<boolean> {
  if (refreshers >= atOnce.people) return false;
  refreshers += 1;
  try {
    await refreshRecord(services, refresh);
    return true;
  } finally {
    refreshers -= 1;
  }
}

const running = { well: 0, ill: 0 };

/** Pulls if there is a place free, and says when this hospital is due again. */
async function pullInTurn(services: Services, facilityId: string): Promise<Date | null> {
  const endpoint = await findEndpoint(services, facilityId);
  if (!endpoint?.enabled) return null;
  const lane = endpoint.failures > 0 ? 'ill' : 'well';
  const after = (ms: number) => new Date(services.clock.now().getTime() + ms);
  if (running[lane] >= pullsAtOnce[lane]) return after(500 + Math.random() * 1500);
  running[lane] += 1;
  try {
    return await dueAfter(services, await pullHospital(services, facilityId), after);
  } finally {
    running[lane] -= 1;
  }
}

async function dueAfter(services: Services, outcome: PullOutcome, after: (ms: number) => Date): Promise<Date | null> {
  if (outcome.state !== 'done') return outcome.again;
  const { rows } = await services.db.pool.query<{ n: number }>('select count(*) as n from his_endpoints where enabled');
  return after(pollSeconds(rows[0]?.n ?? 0) * 1000 * (0.9 + Math.random() * 0.2));
}

/** Sees that every hospital that is switched on has a pull ahead, spread out, and that nothing pending is left untold. */
export async function scheduleHospitals(services: Services): Promise<void> {
  const { rows } = await services.db.pool.query<{ facilityId: string; fresh: boolean }>(
    `select facility_id as "facilityId", state = 'new' as fresh from his_endpoints where enabled order by 2 desc, 1`,
  );
  const now = services.clock.now().getTime();
  const step = (pollSeconds(rows.length) * 1000) / Math.max(1, rows.length);
  const due = rows.map(({ facilityId, fresh }, i) => {
    return { payload: { facilityId }, at: now + i * (fresh ? Math.min(step, freshStepMs) : step) };
  });
  const pulls = due.map(({ payload, at }) => ({ key: pullKey(payload.facilityId), payload, runAt: new Date(at) }));
  await enqueueMissing(services, 'his-pull', pulls);
  const readings = due.map(({ payload, at }) => {
    return { key: recordsKey(payload.facilityId), payload, runAt: new Date(at + 1000) };
  });
  await enqueueMissing(services, 'his-records', readings);
  const { rows: untold } = await services.db.pool.query<{ facilityId: string }>(
    `select distinct a.facility_id as "facilityId" from appointments a join his_endpoints h on h.facility_id = a.facility_id
     where a.his_state = 'pending' and h.enabled and (h.next_try_at is null or h.next_try_at <= $1)`,
    [services.clock.now()],
  );
  const tells = untold.map((payload) => ({ key: tellKey(payload.facilityId), payload }));
  await enqueueMissing(services, 'his-tell', tells);
}
