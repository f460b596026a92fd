import { expect, it } from 'vitest';
import { openTestDatabase } from '#db/testing/test-database.ts';
import { connections, tryHistories } from './history.ts';

/** A first look; CI asks for 100,000 by MODEL_COMMANDS. MODEL_SEED gives the same histories again. */
const wanted = Number(process.env.MODEL_COMMANDS ?? 10_000);
const seed = Number(process.env.MODEL_SEED ?? Math.trunc(Math.random() * 2 ** 31));
/** Databases in which histories run side by side, so that neither Postgres nor this process waits for the other. */
const lanes = 6;

it(`does what the model says, ${wanted} commands from seed ${seed}`, async () => {
  const started = performance.now();
  const tried = await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      const db = await openTestDatabase(connections);
      try {
        return await tryHistories(db, { until: wanted / lanes, seed: seed + lane });
      } finally {
        await db.close();
      }
    }),
  );
  const commands = tried.reduce((sum, one) => sum + one.commands, 0);
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`model: ${commands} commands in ${seconds} s, MODEL_SEED=${seed}`);
  expect(tried.flatMap((one) => one.failure ?? [])).toEqual([]);
  expect(commands).toBeGreaterThanOrEqual(wanted);
}, 7_200_000);
