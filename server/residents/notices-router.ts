import { z } from 'zod';
import { pageInput } from '../kernel/page.ts';
import { listNotices, markRead } from '../notices/queries.ts';
import { noticesOutput } from '../notices/schema.ts';
import { resident, router } from '../trpc.ts';
import { reachOf } from './queries.ts';

/** Lives here because whose messages one may read is a question of family links. */
export const noticesRouter = router({
  list: resident
    .input(pageInput)
    .output(noticesOutput)
    .query(async ({ ctx, input }) => listNotices(ctx, await reachOf(ctx), input)),
  markRead: resident
    .input(z.object({ id: z.uuid().nullish() }))
    .output(z.object({ done: z.literal(true) }))
    .mutation(async ({ ctx, input }) => markRead(ctx, await reachOf(ctx), input.id ?? null)),
});
