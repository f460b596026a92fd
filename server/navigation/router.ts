import { z } from 'zod';
import { anyone, router } from '../trpc.ts';
import { ask } from './advise/ask.ts';
import { noteChoice } from './advise/note-choice.ts';
import { answersRouter } from './answers/router.ts';
import { arriveRouter } from './arrive/router.ts';
import { choose } from './choose/choose.ts';
import { openNow } from './doors/queries.ts';
import { outbreaksRouter, servicesRouter } from './keepers-router.ts';
import { learnRouter } from './learn/router.ts';
import { listOutbreaks } from './outbreaks/queries.ts';
import { askInput, askOutput, noteChoiceInput } from './schema/ask.ts';
import { chooseInput, chooseOutput } from './schema/choose.ts';
import { outbreaksInput, outbreaksOutput } from './schema/outbreaks.ts';
import { openNowInput, openNowOutput } from './schema/services.ts';

/** From what is wrong to the right door. What a resident tells travels by POST, hence `ask` is a mutation. */
export const navigationRouter = router({
  ask: anyone
    .input(askInput)
    .output(askOutput)
    .mutation(({ ctx, input }) => ask(ctx, input)),
  noteChoice: anyone
    .input(noteChoiceInput)
    .output(z.object({ counted: z.literal(true) }))
    .mutation(({ ctx, input }) => noteChoice(ctx, input)),
  choose: anyone
    .input(chooseInput)
    .output(chooseOutput)
    .query(({ ctx, input }) => choose(ctx, input)),
  openNow: anyone
    .input(openNowInput)
    .output(openNowOutput)
    .query(({ ctx, input }) => openNow(ctx, input)),
  outbreaks: anyone
    .input(outbreaksInput)
    .output(outbreaksOutput)
    .query(({ ctx, input }) => listOutbreaks(ctx, input)),
  /** What is open, and outbreaks, for those who keep these facts. */
  services: servicesRouter,
  notices: outbreaksRouter,
  answers: answersRouter,
  arrive: arriveRouter,
  /** The rules, for the clinicians who keep them. */
  learn: learnRouter,
});
