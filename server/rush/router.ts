import { anyone, resident, router } from '../trpc.ts';
import { joinRush } from './join-rush.ts';
import { getRush } from './queries.ts';
import { joinOutput, rushInput, rushView } from './schema.ts';

/** The line in the minutes around a release (F5). */
export const rushRouter = router({
  place: anyone
    .input(rushInput)
    .output(rushView)
    .query(({ ctx, input }) => getRush(ctx, input)),
  join: resident
    .input(rushInput)
    .output(joinOutput)
    .mutation(({ ctx, input }) => joinRush(ctx, input)),
});
