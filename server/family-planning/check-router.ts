import { z } from 'zod';
import { staff } from '../trpc.ts';
import { gradeCheck } from './grade-check.ts';
import { noteResults } from './note-results.ts';
import * as check from './schema/check.ts';
import { startCheck } from './start-check.ts';

const planner = staff('family_planner');

/** Checks before pregnancy, a part of the worker's desk. */
export const checkProcedures = {
  startCheck: planner
    .input(check.startCheckInput)
    .output(check.startedCheck)
    .mutation(({ ctx, input }) => startCheck(ctx, input)),
  noteResults: planner
    .input(check.noteResultsInput)
    .output(z.object({ noted: z.number().int() }))
    .mutation(({ ctx, input }) => noteResults(ctx, input)),
  gradeCheck: planner
    .input(check.gradeCheckInput)
    .output(z.object({ grade: z.enum(['usual', 'raised']) }))
    .mutation(({ ctx, input }) => gradeCheck(ctx, input)),
};
