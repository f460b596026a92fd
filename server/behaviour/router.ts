import { z } from 'zod';
import { official, router, staff } from '../trpc.ts';
import { listFacilityFlags, listFlags } from './queries.ts';
import { reviewFlag } from './review-flag.ts';
import * as shapes from './schema.ts';

export const behaviourRouter = router({
  flags: official
    .input(shapes.listFlagsInput)
    .output(shapes.flagsOutput)
    .query(({ ctx, input }) => listFlags(ctx, input)),
  review: official
    .input(shapes.reviewInput)
    .output(z.object({ done: z.literal(true) }))
    .mutation(({ ctx, input }) => reviewFlag(ctx, input)),
  ofFacility: staff('manager')
    .output(shapes.flagsOutput)
    .query(({ ctx }) => listFacilityFlags(ctx)),
});
