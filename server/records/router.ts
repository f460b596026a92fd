import type { ContextOf } from '../kernel/context.ts';
import { resident, router } from '../trpc.ts';
import { getTrend, getVisit, listResults, listSection, listSources, listVisits } from './queries.ts';
import * as schema from './schema.ts';
import { openRecord } from './scope.ts';

const open = (ctx: ContextOf<'resident'>, input: { residentId: string }) => openRecord(ctx, input.residentId);

export const recordsRouter = router({
  visits: resident
    .input(schema.visitsInput)
    .output(schema.visitsOutput)
    .query(async ({ ctx, input }) => listVisits(ctx, await open(ctx, input), input.cursor)),
  visit: resident
    .input(schema.entryInput)
    .output(schema.visitOutput)
    .query(async ({ ctx, input }) => getVisit(ctx, await open(ctx, input), input.id)),
  section: resident
    .input(schema.sectionInput)
    .output(schema.sectionOutput)
    .query(async ({ ctx, input }) => listSection(ctx, await open(ctx, input), input.section)),
  results: resident
    .input(schema.whoseInput)
    .output(schema.resultsOutput)
    .query(async ({ ctx, input }) => listResults(ctx, await open(ctx, input))),
  trend: resident
    .input(schema.trendInput)
    .output(schema.trendOutput)
    .query(async ({ ctx, input }) => getTrend(ctx, await open(ctx, input), input.key)),
  sources: resident
    .input(schema.whoseInput)
    .output(schema.sourcesOutput)
    .query(async ({ ctx, input }) => listSources(ctx, await open(ctx, input))),
});
