import { z } from 'zod';
import { resident, router, staff } from '../trpc.ts';
import { offerFollowUp } from './offer-follow-up.ts';
import { declineFollowUp, pickFollowUp, pickFollowUpAtDesk } from './pick-follow-up.ts';
import { getFollowUp, getFollowUpAtDesk } from './queries/follow-ups.ts';
import * as shapes from './schema/follow-up.ts';
import { entryInput } from './schema/staff.ts';
import { visitInput } from './schema.ts';

const desk = staff('desk', 'doctor', 'manager');

/** Return visits that staff wish and patients pick (A46). */
export const followUpsRouter = router({
  get: resident
    .input(visitInput)
    .output(shapes.followUpOutput)
    .query(({ ctx, input }) => getFollowUp(ctx, input.facilityId, input.appointmentId)),
  pick: resident
    .input(shapes.pickFollowUpInput)
    .output(shapes.pickedOutput)
    .mutation(({ ctx, input }) => pickFollowUp(ctx, input)),
  decline: resident
    .input(shapes.declineFollowUpInput)
    .output(z.object({ done: z.literal(true) }))
    .mutation(({ ctx, input }) => declineFollowUp(ctx, input)),
  offer: desk
    .input(shapes.offerFollowUpInput)
    .output(z.object({ followUpId: z.string() }))
    .mutation(({ ctx, input }) => offerFollowUp(ctx, input)),
  getAtDesk: desk
    .input(entryInput)
    .output(shapes.deskFollowUpOutput)
    .query(({ ctx, input }) => getFollowUpAtDesk(ctx, input.appointmentId)),
  pickAtDesk: desk
    .input(shapes.pickFollowUpInput)
    .output(shapes.pickedOutput)
    .mutation(({ ctx, input }) => pickFollowUpAtDesk(ctx, input)),
});
