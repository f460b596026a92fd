import { z } from 'zod';
import { placeByHand } from '../booking/place-by-hand.ts';
import { substituteInput, substituteOutput } from '../schedules/schema/substitute.ts';
import { substituteSessions } from '../schedules/substitute-sessions.ts';
import { router, staff } from '../trpc.ts';
import { previewStoppage } from './queries/affected.ts';
import { listStoppages } from './queries/list.ts';
import { getPerson, getReport } from './queries/report.ts';
import { recordCall } from './record-call.ts';
import * as schema from './schema.ts';
import { showPhone } from './show-phone.ts';
import { stopClinics } from './stop-clinics.ts';

const stopper = staff('scheduler', 'manager');
const placer = staff('desk', 'scheduler', 'manager');

export const stoppagesRouter = router({
  preview: stopper
    .input(schema.previewInput)
    .output(schema.previewOutput)
    .query(({ ctx, input }) => previewStoppage(ctx, input)),
  stop: stopper
    .input(schema.stopInput)
    .output(schema.stopOutput)
    .mutation(({ ctx, input }) => stopClinics(ctx, input)),
  substitute: stopper
    .input(substituteInput)
    .output(substituteOutput)
    .mutation(({ ctx, input }) => substituteSessions(ctx, input)),
  list: placer.output(schema.listOutput).query(({ ctx }) => listStoppages(ctx)),
  report: placer
    .input(schema.reportInput)
    .output(schema.reportOutput)
    .query(({ ctx, input }) => getReport(ctx, input.id)),
  person: placer
    .input(schema.personInput)
    .output(schema.personOutput)
    .query(({ ctx, input }) => getPerson(ctx, input.appointmentId)),
  recordCall: placer
    .input(schema.callInput)
    .output(z.void())
    .mutation(({ ctx, input }) => recordCall(ctx, input)),
  phone: placer
    .input(schema.personInput)
    .output(schema.phoneOutput)
    .mutation(({ ctx, input }) => showPhone(ctx, input.appointmentId)),
  place: placer
    .input(schema.placeInput)
    .output(schema.placeOutput)
    .mutation(({ ctx, input }) => placeByHand(ctx, { ...input, windowStart: null })),
});
