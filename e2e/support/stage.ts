import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { test as plain } from '@playwright/test';
import { pino } from 'pino';
import { addDays, regionDay, regionInstant } from '#server/kernel/clock.ts';
import { createLog } from '#server/kernel/log.ts';
import { type Base, openDemo } from '#server/start/demo-house.ts';

export type Stage = Base;

/**
 * Journeys whose stage is set beforehand: by the server's own writes on the database of the stack, with the clock of the
 * moment they stand for. So they need no hour of the day, take no sample row from each other, and may run again.
 * `npm test` starts a stack of its own and never skips; only E2E_URL without the stack's folder (E2E_DATA) does.
 */
export const test = plain.extend<{ stage: Stage }, { opened: Stage | null }>({
  opened: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are asked for
    async ({}, use) => {
      const stage = openStage();
      await use(stage);
      await stage?.db.pool.end();
    },
    { scope: 'worker' },
  ],
  stage: async ({ opened }, use, info) => {
    if (!opened) return info.skip(true, 'needs the folder of the stack: E2E_DATA');
    await use(opened);
  },
});

function openStage(): Stage | null {
  const folder = process.env.E2E_DATA;
  if (!folder) return null;
  const port = readFileSync(join(folder, 'pg', 'postmaster.pid'), 'utf8').split('\n')[3];
  const url = `postgres://postgres:postgres@127.0.0.1:${port}/huimin`;
  const secret = readFileSync(join(folder, 'secret'), 'utf8').trim();
  const log = createLog('journeys', pino.destination(join(folder, 'logs', 'journeys.log')));
  return { ...openDemo({ url, secret, part: 'journeys' }), log };
}

/** The stage as of another moment. */
export const at = (stage: Stage, moment: Date): Stage => ({ ...stage, clock: { now: () => moment } });

const minuteMs = 60_000;

/** What is of today begins after midnight when it would begin in the last minutes: the day would change under it. */
export async function passMidnight({ clock }: Stage): Promise<void> {
  const now = clock.now();
  const left = regionInstant(addDays(regionDay(now), 1), '00:00').getTime() - now.getTime();
  if (left > 4 * minuteMs) return;
  const pause = left + minuteMs; // a clinic that began at midnight is then under way
  test.setTimeout(test.info().timeout + pause);
  await wait(pause);
}

/** One worker at a time, for what there is once: a doctor's room, a publication of the whole plan. */
export async function inTurn<T>({ db }: Stage, what: string, work: () => Promise<T>): Promise<T> {
  const client = await db.pool.connect();
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [`journey ${what}`]);
    return await work();
  } finally {
    client.release(true); // with the connection the lock is gone, whatever happened
  }
}
