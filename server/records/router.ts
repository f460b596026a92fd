import type { ContextOf } from '../kernel/context.ts';
import { resident, router, staff } from '../trpc.ts';
import { askCorrection } from './ask-correction.ts';
import { getEntry } from './entry-queries.ts';
import { findPatient } from './find-patient.ts';
import { getGround, getPatientOf } from './ground-queries.ts';
import { getPatient, getRecentResults } from './patient-queries.ts';
import { getTrend, getVisit, listResults, listSection, listSources, listVisits } from './queries.ts';
import * as entry from './schema/entry.ts';
import * as desk from './schema/staff.ts';
import { paperOutput, takeInput } from './schema/take.ts';
import * as schema from './schema.ts';
import { type Looked, openRecord } from './scope.ts';
import { getPaper } from './summary-queries.ts';

const clinician = staff('doctor');
const open = (ctx: ContextOf<'resident'> | ContextOf<'staff'>, input: { residentId: string }, what: Looked) =>
  openRecord(ctx, input.residentId, what);

export const recordsRouter = router({
  visits: resident
    .input(schema.visitsInput)
    .output(schema.visitsOutput)
    .query(async ({ ctx, input }) => listVisits(ctx, await open(ctx, input, 'record'), input.cursor)),
  visit: resident
    .input(schema.entryInput)
    .output(schema.visitOutput)
    .query(async ({ ctx, input }) => getVisit(ctx, await open(ctx, input, 'record-visit'), input.id)),
  section: resident
    .input(schema.sectionInput)
    .output(schema.sectionOutput)
    .query(async ({ ctx, input }) => listSection(ctx, await open(ctx, input, 'record-list'), input.section)),
  results: resident
    .input(schema.whoseInput)
    .output(schema.resultsOutput)
    .query(async ({ ctx, input }) => listResults(ctx, await open(ctx, input, 'record-results'))),
  trend: resident
    .input(schema.trendInput)
    .output(schema.trendOutput)
    .query(async ({ ctx, input }) => getTrend(ctx, await open(ctx, input, 'record-results'), input.key)),
  sources: resident
    .input(schema.whoseInput)
    .output(schema.sourcesOutput)
    .query(async ({ ctx, input }) => listSources(ctx, await open(ctx, input, 'record-sources'))),
  entry: resident
    .input(schema.entryInput)
    .output(entry.entryOutput)
    .query(({ ctx, input }) => getEntry(ctx, input)),
  paper: resident
    .input(takeInput)
    .output(paperOutput)
    .query(({ ctx, input }) => getPaper(ctx, input)),
  askCorrection: resident
    .input(entry.askCorrectionInput)
    .output(entry.askedOutput)
    .mutation(({ ctx, input }) => askCorrection(ctx, input)),

  findPatient: clinician
    .input(desk.findPatientInput)
    .output(desk.patientInput)
    .mutation(({ ctx, input }) => findPatient(ctx, input)),
  patientOf: clinician
    .input(desk.ofAppointmentInput)
    .output(desk.patientInput)
    .query(({ ctx, input }) => getPatientOf(ctx, input)),
  ground: clinician
    .input(desk.patientInput)
    .output(desk.groundOutput)
    .query(({ ctx, input }) => getGround(ctx, input)),
  patient: clinician
    .input(desk.patientInput)
    .output(desk.patientOutput)
    .query(({ ctx, input }) => getPatient(ctx, input)),
  recentResults: clinician
    .input(desk.patientInput)
    .output(desk.recentOutput)
    .query(({ ctx, input }) => getRecentResults(ctx, input)),
  patientVisits: clinician
    .input(desk.patientVisitsInput)
    .output(schema.visitsOutput)
    .query(async ({ ctx, input }) => listVisits(ctx, await open(ctx, input, 'record'), input.cursor)),
  patientVisit: clinician
    .input(schema.entryInput)
    .output(schema.visitOutput)
    .query(async ({ ctx, input }) => getVisit(ctx, await open(ctx, input, 'record-visit'), input.id)),
  patientTrend: clinician
    .input(schema.trendInput)
    .output(schema.trendOutput)
    .query(async ({ ctx, input }) => getTrend(ctx, await open(ctx, input, 'record-results'), input.key)),
});
