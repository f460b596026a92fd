import { z } from 'zod';
import { staff } from '../../trpc.ts';
import * as itinerary from '../schema/itinerary.ts';
import { addStep } from './itinerary/add-step.ts';
import { moveStep } from './itinerary/move-step.ts';
import { removeStep } from './itinerary/remove-step.ts';
import { settleStep } from './itinerary/settle-step.ts';

const guide = () => staff('desk', 'doctor', 'manager');
const done = z.object({ done: z.literal(true) });

/** Leading a patient through the day. */
export const guiding = {
  addStep: guide()
    .input(itinerary.addStepInput)
    .output(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => addStep(ctx, input)),
  settleStep: guide()
    .input(itinerary.settleStepInput)
    .output(done)
    .mutation(({ ctx, input }) => settleStep(ctx, input)),
  moveStep: guide()
    .input(itinerary.stepInput)
    .output(done)
    .mutation(({ ctx, input }) => moveStep(ctx, input)),
  removeStep: guide()
    .input(itinerary.stepInput)
    .output(done)
    .mutation(({ ctx, input }) => removeStep(ctx, input)),
};
