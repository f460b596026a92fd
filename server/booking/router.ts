import { resident, router } from '../trpc.ts';
import { book } from './book.ts';
import { cancel } from './cancel.ts';
import { getAppointment, listMine } from './queries.ts';
import { reschedule } from './reschedule.ts';
import {
  appointmentInput,
  appointmentView,
  bookInput,
  cancelInput,
  listMineInput,
  listMineOutput,
  rescheduleInput,
} from './schema.ts';

export const bookingRouter = router({
  book: resident
    .input(bookInput)
    .output(appointmentView)
    .mutation(({ ctx, input }) => book(ctx, input)),
  cancel: resident
    .input(cancelInput)
    .output(appointmentView)
    .mutation(({ ctx, input }) => cancel(ctx, input)),
  reschedule: resident
    .input(rescheduleInput)
    .output(appointmentView)
    .mutation(({ ctx, input }) => reschedule(ctx, input)),
  get: resident
    .input(appointmentInput)
    .output(appointmentView)
    .query(({ ctx, input }) => getAppointment(ctx, input.facilityId, input.appointmentId)),
  listMine: resident
    .input(listMineInput)
    .output(listMineOutput)
    .query(({ ctx, input }) => listMine(ctx, input.when)),
});
