import { anyone, resident, router, staff } from '../trpc.ts';
import { enterFor } from './enter-for.ts';
import { enterOwn, withdrawEntry } from './enter-own.ts';
import { markSession, unmarkSession } from './mark-session.ts';
import { listMyEntries } from './queries/mine.ts';
import { getDrawView, getPublicFile, listDraws } from './queries/public.ts';
import { findOwnDraw, listStaffDraws } from './queries/staff.ts';
import * as staffShapes from './schema/staff.ts';
import * as shapes from './schema.ts';

const keeper = staff('scheduler', 'manager');
const helper = staff('desk', 'doctor', 'scheduler', 'manager');

export const drawsRouter = router({
  list: anyone
    .input(shapes.listDrawsInput)
    .output(shapes.listDrawsOutput)
    .query(({ ctx, input }) => listDraws(ctx, input)),
  get: anyone
    .input(shapes.drawInput)
    .output(shapes.drawOutput)
    .query(({ ctx, input }) => getDrawView(ctx, input)),
  file: anyone
    .input(shapes.drawInput)
    .output(shapes.fileOutput)
    .query(({ ctx, input }) => getPublicFile(ctx, input)),

  mine: resident
    .input(shapes.mineInput)
    .output(shapes.mineOutput)
    .query(({ ctx, input }) => listMyEntries(ctx, input)),
  enter: resident
    .input(shapes.enterInput)
    .output(shapes.enteredOutput)
    .mutation(({ ctx, input }) => enterOwn(ctx, input)),
  withdraw: resident
    .input(shapes.withdrawInput)
    .output(staffShapes.doneOutput)
    .mutation(({ ctx, input }) => withdrawEntry(ctx, input)),

  atFacility: helper.output(staffShapes.staffDrawsOutput).query(({ ctx }) => listStaffDraws(ctx)),
  ofSession: staff()
    .input(staffShapes.ownDrawInput)
    .output(staffShapes.ownDrawOutput)
    .query(({ ctx, input }) => findOwnDraw(ctx, input.sessionId)),
  enterFor: helper
    .input(staffShapes.enterForInput)
    .output(staffShapes.enterForOutput)
    .mutation(({ ctx, input }) => enterFor(ctx, input)),
  mark: keeper
    .input(staffShapes.markInput)
    .output(staffShapes.doneOutput)
    .mutation(({ ctx, input }) => markSession(ctx, input)),
  unmark: keeper
    .input(staffShapes.unmarkInput)
    .output(staffShapes.doneOutput)
    .mutation(({ ctx, input }) => unmarkSession(ctx, input)),
});
