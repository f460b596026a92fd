import { z } from 'zod';
import { browseOutput } from '../../schedules/schema.ts';
import { router, staff } from '../../trpc.ts';
import * as schema from '../schema/proxy.ts';
import { bookForPerson } from './book-for-person.ts';
import { cancelForPerson } from './cancel-for-person.ts';
import { getSessionAtDesk, listSessionsAtDesk } from './find-sessions.ts';
import { identifyPerson } from './identify-person.ts';
import { getAskedPerson, getSlip, listProxyBookings } from './queries.ts';

const helper = staff('desk', 'doctor', 'manager');

/** Booking for whoever asks at a township desk, in a village or by telephone (A48). */
export const proxyRouter = router({
  identify: helper
    .input(schema.identifyInput)
    .output(schema.identifyOutput)
    .mutation(({ ctx, input }) => identifyPerson(ctx, input)),
  person: helper
    .input(schema.askInput)
    .output(schema.askedPerson)
    .query(({ ctx, input }) => getAskedPerson(ctx, input.ask)),
  sessions: helper
    .input(schema.deskSessionsInput)
    .output(browseOutput)
    .query(({ ctx, input }) => listSessionsAtDesk(ctx, input)),
  session: helper
    .input(schema.deskSessionInput)
    .output(schema.deskSession)
    .query(({ ctx, input }) => getSessionAtDesk(ctx, input)),
  book: helper
    .input(schema.proxyBookInput)
    .output(schema.madeOutput)
    .mutation(({ ctx, input }) => bookForPerson(ctx, input)),
  cancel: helper
    .input(schema.proxyCancelInput)
    .output(z.object({ done: z.literal(true) }))
    .mutation(({ ctx, input }) => cancelForPerson(ctx, input)),
  slip: helper
    .input(schema.slipInput)
    .output(schema.slipView)
    .query(({ ctx, input }) => getSlip(ctx, input.appointmentId)),
  list: helper.output(schema.proxyListOutput).query(({ ctx }) => listProxyBookings(ctx)),
});
