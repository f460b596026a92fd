import { z } from 'zod';
import { pageInput } from '../kernel/page.ts';
import { listChoices, listNotices, markRead } from '../notices/queries.ts';
import { choicesOutput, noticesOutput, setChoiceInput } from '../notices/schema.ts';
import { setChoice } from '../notices/set-choice.ts';
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
  choices: resident.output(choicesOutput).query(({ ctx }) => listChoices(ctx, ctx.actor.residentId)),
  setChoice: resident
    .input(setChoiceInput)
    .output(choicesOutput)
    .mutation(async ({ ctx, input }) => {
      await setChoice(ctx, await reachOf(ctx), input);
      return listChoices(ctx, ctx.actor.residentId);
    }),
});
