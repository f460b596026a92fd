import { systems } from '#fhir/systems.ts';
import type { ContextOf } from '../../kernel/context.ts';
import { enqueue } from '../../kernel/queue.ts';
import { transact } from '../../kernel/transaction.ts';
import { mapCode } from '../../records/map-code.ts';
import { official, router, staff } from '../../trpc.ts';
import { requireArea, requireOversight } from '../policy.ts';
import { listWaitingFor, readIntake } from './queries.ts';
import { readRegionIntake } from './region-queries.ts';
import { rerunWaiting } from './rerun-waiting.ts';
import * as schema from './schema.ts';

const askCount = (ctx: ContextOf<'staff'> | ContextOf<'official'>, facilityId: string) =>
  transact(ctx.db, (tx) => enqueue(tx, 'his-count', { facilityId }, { key: `count:${facilityId}` }));

/** What came in of records and what did not: a manager's of the own hospital, an official's of those in the area. */
export const intakeRouter = router({
  own: staff('manager')
    .output(schema.overviewOutput)
    .query(({ ctx }) => readIntake(ctx, ctx.actor.facilityId)),
  region: official
    .input(schema.regionInput)
    .output(schema.regionOutput)
    .query(({ ctx, input }) => readRegionIntake(ctx, input.page)),
  of: official
    .input(schema.facilityInput)
    .output(schema.overviewOutput)
    .query(async ({ ctx, input }) => {
      await requireArea(ctx, input.facilityId);
      return readIntake(ctx, input.facilityId);
    }),
  ownWaiting: staff('manager')
    .input(schema.waitingInput)
    .output(schema.waitingOutput)
    .query(({ ctx, input }) => listWaitingFor(ctx, ctx.actor.facilityId, input, 'hospital')),
  waitingOf: official
    .input(schema.waitingOfInput)
    .output(schema.waitingOutput)
    .query(async ({ ctx, input }) => {
      await requireArea(ctx, input.facilityId);
      return listWaitingFor(ctx, input.facilityId, input, 'office');
    }),
  rerunOwn: staff('manager')
    .input(schema.rerunInput)
    .output(schema.rerunOutput)
    .mutation(({ ctx, input }) => rerunWaiting(ctx, ctx.actor.facilityId, input)),
  rerun: official
    .input(schema.rerunOfInput)
    .output(schema.rerunOutput)
    .mutation(async ({ ctx, input }) => {
      await requireOversight(ctx, input.facilityId);
      return rerunWaiting(ctx, input.facilityId, input);
    }),
  countOwn: staff('manager').mutation(({ ctx }) => askCount(ctx, ctx.actor.facilityId)),
  count: official.input(schema.facilityInput).mutation(async ({ ctx, input }) => {
    await requireArea(ctx, input.facilityId);
    await askCount(ctx, input.facilityId);
  }),
  map: staff('manager')
    .input(schema.mapCodeInput)
    .mutation(({ ctx, input: { kind, targetCode, targetName, ...own } }) =>
      mapCode(ctx, ctx.actor.facilityId, own, { system: systems[kind], code: targetCode, name: targetName }),
    ),
  unmap: staff('manager')
    .input(schema.unmapCodeInput)
    .mutation(({ ctx, input }) => mapCode(ctx, ctx.actor.facilityId, input, null)),
});
