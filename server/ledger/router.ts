import { official, router, staff } from '../trpc.ts';
import { listAlerts } from './queries/alerts.ts';
import { getBook } from './queries/book.ts';
import { getLedgerDay } from './queries/day.ts';
import { releaseSession } from './release-session.ts';
import * as schema from './schema.ts';

export const ledgerRouter = router({
  alerts: official.output(schema.alertsOutput).query(({ ctx }) => listAlerts(ctx)),
  day: official
    .input(schema.dayInput)
    .output(schema.dayOutput)
    .query(({ ctx, input }) => getLedgerDay(ctx, input)),
  book: official
    .input(schema.bookInput)
    .output(schema.bookOutput)
    .query(({ ctx, input }) => getBook(ctx, input)),
  ownBook: staff('desk', 'doctor', 'scheduler', 'manager')
    .input(schema.ownBookInput)
    .output(schema.bookOutput)
    .query(({ ctx, input }) => getBook(ctx, { ...input, facilityId: ctx.actor.facilityId })),
  release: official
    .input(schema.releaseInput)
    .output(schema.releaseOutput)
    .mutation(({ ctx, input }) => releaseSession(ctx, input)),
});
