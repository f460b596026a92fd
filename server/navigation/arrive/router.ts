import { anyone, resident, router, staff } from '../../trpc.ts';
import * as itinerary from '../schema/itinerary.ts';
import * as places from '../schema/places.ts';
import * as preparation from '../schema/preparation.ts';
import { guiding } from './guide-router.ts';
import { showStaffVisit } from './itinerary/show-staff-visit.ts';
import { showVisit } from './itinerary/show-visit.ts';
import { keeping } from './keep-router.ts';
import { listPlaceBook } from './list-place-book.ts';
import { findPreparation, listPreparationBook } from './preparation/find-preparation.ts';
import { showHere } from './show-here.ts';

const seen = () => staff('desk', 'doctor', 'scheduler', 'manager');

/** The way to the right door and what happens there (E11–E14). */
export const arriveRouter = router({
  here: anyone
    .input(places.hereInput)
    .output(places.hereOutput)
    .query(({ ctx, input }) => showHere(ctx, input)),
  preparation: anyone
    .input(preparation.preparationInput)
    .output(preparation.preparationView)
    .query(({ ctx, input }) => findPreparation(ctx, input)),
  visit: resident
    .input(itinerary.visitInput)
    .output(itinerary.visitPlan)
    .query(({ ctx, input }) => showVisit(ctx, input)),
  visitVersion: resident
    .input(itinerary.visitInput)
    .output(itinerary.visitVersion)
    .query(async ({ ctx, input }) => ({ version: (await showVisit(ctx, input)).version })),

  placeBook: seen()
    .output(places.placeBook)
    .query(({ ctx }) => listPlaceBook(ctx)),
  preparationBook: seen()
    .output(preparation.preparationBook)
    .query(({ ctx }) => listPreparationBook(ctx)),
  staffVisit: staff('desk', 'doctor', 'manager')
    .input(itinerary.staffVisitInput)
    .output(itinerary.staffVisit)
    .query(({ ctx, input }) => showStaffVisit(ctx, input.appointmentId)),
  ...keeping,
  ...guiding,
});
