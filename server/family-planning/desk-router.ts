import { router, staff } from '../trpc.ts';
import { checkProcedures } from './check-router.ts';
import { enrolPerson } from './enrol-person.ts';
import { getEligibility } from './judge-service.ts';
import { listDesk } from './list-queries.ts';
import { noteFollowUp } from './note-follow-up.ts';
import { recordService } from './record-service.ts';
import { registerFertility } from './register-fertility.ts';
import * as desk from './schema/desk.ts';
import { notedFollowUp, noteFollowUpInput } from './schema/follow-up.ts';
import { declared, registerInput } from './schema/registration.ts';
import * as service from './schema/service.ts';
import { getSheet } from './sheet-queries.ts';

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
  ...checkProcedures,
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
