import { z } from 'zod';
import { resident, router } from '../trpc.ts';
import { getOwn } from './own-queries.ts';
import { acceptPrompt, declinePrompt } from './prompts/answer-prompt.ts';
import { declareFertility } from './register-fertility.ts';
import { ownOutput } from './schema/own.ts';
import { declared, declareInput, servingInput, servingOutput, withdrawInput } from './schema/registration.ts';
import { listServing } from './serving-queries.ts';
import { takeBack } from './take-back.ts';
import { withdrawRegistration } from './withdraw-registration.ts';

const one = z.object({ id: z.uuid() });
const done = z.object({ done: z.literal(true) });

/** The person's own: nobody acts for them here, kin with proof included (C8). */
export const ownRouter = router({
  view: resident.output(ownOutput).query(({ ctx }) => getOwn(ctx)),
  serving: resident
    .input(servingInput)
    .output(servingOutput)
    .query(({ ctx, input }) => listServing(ctx, input)),
  declare: resident
    .input(declareInput)
    .output(declared)
    .mutation(({ ctx, input }) => declareFertility(ctx, input)),
  withdraw: resident
    .input(withdrawInput)
    .output(done)
    .mutation(({ ctx, input }) => withdrawRegistration(ctx, input.id)),
  takeBack: resident
    .input(z.object({ facilityId: z.string().min(1).max(20) }))
    .output(done)
    .mutation(({ ctx, input }) => takeBack(ctx, input.facilityId)),
  accept: resident
    .input(one)
    .output(done)
    .mutation(({ ctx, input }) => acceptPrompt(ctx, input.id)),
  decline: resident
    .input(one)
    .output(done)
    .mutation(({ ctx, input }) => declinePrompt(ctx, input.id)),
});
