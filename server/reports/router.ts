import { official, router, staff } from '../trpc.ts';
import { getGuideReport } from './guide/report.ts';
import { getPlanningReport } from './planning/report.ts';
import { getFacilityOverview } from './queries/facility.ts';
import { listConnections } from './queries/health.ts';
import { getRegionOverview } from './queries/region.ts';
import { findBooking, getBookingTrail } from './queries/trail.ts';
import { guideReportInput, guideReportOutput } from './schema/guide.ts';
import { planningReportInput, planningReportOutput } from './schema/planning.ts';
import { statisticsInput, statisticsOutput } from './schema/statistics.ts';
import {
  bookingTrailInput,
  bookingTrailOutput,
  findBookingInput,
  findBookingOutput,
  ownBookingTrailInput,
} from './schema/trail.ts';
import {
  facilityOverviewInput,
  facilityOverviewOutput,
  hisHealthInput,
  hisHealthOutput,
  regionOverviewInput,
  regionOverviewOutput,
} from './schema.ts';
import { getStatistics } from './statistics/report.ts';

export const reportsRouter = router({
  regionOverview: official
    .input(regionOverviewInput)
    .output(regionOverviewOutput)
    .query(({ ctx, input }) => getRegionOverview(ctx, input.regionCode)),
  facilityOverview: official
    .input(facilityOverviewInput)
    .output(facilityOverviewOutput)
    .query(({ ctx, input }) => getFacilityOverview(ctx, input.facilityId)),
  hisHealth: official
    .input(hisHealthInput)
    .output(hisHealthOutput)
    .query(({ ctx, input }) => listConnections(ctx, input)),
  guideReport: official
    .input(guideReportInput)
    .output(guideReportOutput)
    .query(({ ctx, input }) => getGuideReport(ctx, input)),
  statistics: official
    .input(statisticsInput)
    .output(statisticsOutput)
    .query(({ ctx, input }) => getStatistics(ctx, input)),
  planning: official
    .input(planningReportInput)
    .output(planningReportOutput)
    .query(({ ctx, input }) => getPlanningReport(ctx, input)),
  findBooking: official
    .input(findBookingInput)
    .output(findBookingOutput)
    .query(({ ctx, input }) => findBooking(ctx, input.code)),
  bookingTrail: official
    .input(bookingTrailInput)
    .output(bookingTrailOutput)
    .query(({ ctx, input }) => getBookingTrail(ctx, input)),
  /** A manager answers for the bookings of the own facility. */
  ownBookingTrail: staff('manager')
    .input(ownBookingTrailInput)
    .output(bookingTrailOutput)
    .query(({ ctx, input }) => getBookingTrail(ctx, { ...input, facilityId: ctx.actor.facilityId })),
});
