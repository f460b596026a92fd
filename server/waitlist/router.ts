import { z } from 'zod';
import { anyone, resident, router, staff } from '../trpc.ts';
import { acceptWait, leaveWaitlist } from './decide-wait.ts';
import { joinWaitlist } from './join-waitlist.ts';
import { listMine } from './queries.ts';
import * as schema from './schema.ts';
import { seeLine } from './see-line.ts';
import { staffLine } from './staff-queries.ts';
import { acceptAtDesk, joinAtDesk, leaveAtDesk, listWaitsAtDesk } from './wait-at-desk.ts';

/** Who books for whoever asks (booking/proxy) waits for them, too. */
const helper = staff('desk', 'doctor', 'manager');

export const waitlistRouter = router({
  line: anyone
    .input(schema.lineInput)
    .output(schema.lineView)
    .query(({ ctx, input }) => seeLine(ctx, input)),
  join: resident
    .input(schema.joinInput)
    .output(schema.waitView)
    .mutation(({ ctx, input }) => joinWaitlist(ctx, input)),
  mine: resident.output(schema.listMineOutput).query(({ ctx }) => listMine(ctx)),
  accept: resident
    .input(schema.waitInput)
    .output(z.object({ appointmentId: z.string() }))
    .mutation(({ ctx, input }) => acceptWait(ctx, input)),
  leave: resident
    .input(schema.waitInput)
    .output(z.object({ done: z.literal(true) }))
    .mutation(({ ctx, input }) => leaveWaitlist(ctx, input)),
  atDesk: helper
    .input(schema.askedInput)
    .output(schema.listMineOutput)
    .query(({ ctx, input }) => listWaitsAtDesk(ctx, input)),
  joinAtDesk: helper
    .input(schema.deskJoinInput)
    .output(schema.waitView)
    .mutation(({ ctx, input }) => joinAtDesk(ctx, input)),
  acceptAtDesk: helper
    .input(schema.deskWaitInput)
    .output(z.object({ appointmentId: z.string() }))
    .mutation(({ ctx, input }) => acceptAtDesk(ctx, input)),
  leaveAtDesk: helper
    .input(schema.deskWaitInput)
    .output(z.object({ done: z.literal(true) }))
    .mutation(({ ctx, input }) => leaveAtDesk(ctx, input)),
  staffLine: staff('desk', 'doctor', 'scheduler', 'manager')
    .input(schema.staffLineInput)
    .output(schema.staffLineOutput)
    .query(({ ctx, input }) => staffLine(ctx, input.sessionId)),
});
