import { z } from 'zod';
import { resident, router, staff } from '../trpc.ts';
import { addExtra } from './add-extra.ts';
import { book } from './book.ts';
import { cancel } from './cancel.ts';
import { decideOffer } from './decide-offer.ts';
import { moveSession } from './move-session.ts';
import { getAppointment, listMine, listOffers, listSteps } from './queries.ts';
import { reschedule } from './reschedule.ts';
import * as schema from './schema.ts';
import { findByCode, listDay, stopReport } from './staff-queries.ts';
import { stopSession } from './stop-session.ts';
import { whoMayBook } from './who-may-book.ts';

export const bookingRouter = router({
  book: resident
    .input(schema.bookInput)
    .output(schema.appointmentView)
    .mutation(({ ctx, input }) => book(ctx, input)),
  whoMayBook: resident
    .input(schema.whoMayBookInput)
    .output(schema.whoMayBookOutput)
    .query(({ ctx, input }) => whoMayBook(ctx, input)),
  cancel: resident
    .input(schema.cancelInput)
    .output(schema.appointmentView)
    .mutation(({ ctx, input }) => cancel(ctx, input)),
  reschedule: resident
    .input(schema.rescheduleInput)
    .output(schema.appointmentView)
    .mutation(({ ctx, input }) => reschedule(ctx, input)),
  get: resident
    .input(schema.appointmentInput)
    .output(schema.appointmentView)
    .query(({ ctx, input }) => getAppointment(ctx, input.facilityId, input.appointmentId)),
  listMine: resident
    .input(schema.listMineInput)
    .output(schema.listMineOutput)
    .query(({ ctx, input }) => listMine(ctx, input.when)),
  steps: resident
    .input(schema.appointmentInput)
    .output(z.array(schema.stepView))
    .query(({ ctx, input }) => listSteps(ctx, input.facilityId, input.appointmentId)),
  offers: resident.output(z.array(schema.offerView)).query(({ ctx }) => listOffers(ctx)),
  decideOffer: resident
    .input(schema.decideOfferInput)
    .output(z.object({ appointmentId: z.string().nullable() }))
    .mutation(({ ctx, input }) => decideOffer(ctx, input)),

  dayList: staff('desk', 'doctor', 'scheduler', 'manager')
    .input(schema.dayListInput)
    .output(schema.dayListOutput)
    .query(({ ctx, input }) => listDay(ctx, input.date, input.departmentId ?? null)),
  findByCode: staff('desk', 'doctor', 'scheduler', 'manager')
    .input(schema.findByCodeInput)
    .output(schema.dayRow)
    .query(({ ctx, input }) => findByCode(ctx, input.code)),
  addExtra: staff('doctor', 'scheduler', 'manager')
    .input(schema.addExtraInput)
    .output(z.object({ facilityId: z.string(), appointmentId: z.string() }))
    .mutation(({ ctx, input }) => addExtra(ctx, input)),
  moveSession: staff('scheduler', 'manager')
    .input(schema.moveSessionInput)
    .output(schema.moveSessionOutput)
    .mutation(({ ctx, input }) => moveSession(ctx, input)),
  stopSession: staff('scheduler', 'manager')
    .input(schema.stopSessionInput)
    .output(schema.stopSessionOutput)
    .mutation(({ ctx, input }) => stopSession(ctx, { ...input, facilityId: ctx.actor.facilityId })),
  stopReport: staff('scheduler', 'manager', 'desk')
    .input(schema.stopReportInput)
    .output(schema.stopReportOutput)
    .query(({ ctx, input }) => stopReport(ctx, input.sessionId)),
});
