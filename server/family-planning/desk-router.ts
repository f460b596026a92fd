import { z } from 'zod';
import { router, staff } from '../trpc.ts';
import { enrolPerson } from './enrol-person.ts';
import { gradeCheck } from './grade-check.ts';
import { getEligibility } from './judge-service.ts';
import { listDesk } from './list-queries.ts';
import { noteFollowUp } from './note-follow-up.ts';
import { noteResults } from './note-results.ts';
import { recordService } from './record-service.ts';
import { registerFertility } from './register-fertility.ts';
import * as check from './schema/check.ts';
import * as desk from './schema/desk.ts';
import { notedFollowUp, noteFollowUpInput } from './schema/follow-up.ts';
import { declared, registerInput } from './schema/registration.ts';
import * as service from './schema/service.ts';
import { getSheet } from './sheet-queries.ts';
import { startCheck } from './start-check.ts';

const planner = staff('family_planner');

/** The worker's desk: whom the facility serves, what is due, and what is written of it. */
export const deskRouter = router({
  list: planner
    .input(desk.listInput)
    .output(desk.listOutput)
    .query(({ ctx, input }) => listDesk(ctx, input)),
  sheet: planner
    .input(desk.sheetInput)
    .output(desk.sheetOutput)
    .query(({ ctx, input }) => getSheet(ctx, input)),
  enrol: planner
    .input(desk.enrolInput)
    .output(desk.enrolled)
    .mutation(({ ctx, input }) => enrolPerson(ctx, input)),
  register: planner
    .input(registerInput)
    .output(declared)
    .mutation(({ ctx, input }) => registerFertility(ctx, input)),
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
  eligibility: planner
    .input(service.eligibilityInput)
    .output(service.eligibilityOutput)
    .query(({ ctx, input }) => getEligibility(ctx, input)),
  recordService: planner
    .input(service.recordServiceInput)
    .output(service.recordedService)
    .mutation(({ ctx, input }) => recordService(ctx, input)),
  noteFollowUp: planner
    .input(noteFollowUpInput)
    .output(notedFollowUp)
    .mutation(({ ctx, input }) => noteFollowUp(ctx, input)),
});
