import { z } from 'zod';
import { staff } from '../../trpc.ts';
import * as places from '../schema/places.ts';
import { removePreparationInput, savePreparationInput } from '../schema/preparation.ts';
import { confirmPlaces } from './confirm-places.ts';
import { draftOwnMap } from './draft/draft-own-map.ts';
import { removePreparation } from './preparation/remove-preparation.ts';
import { savePreparation } from './preparation/save-preparation.ts';
import { removePlace } from './remove-place.ts';
import { removeWay } from './remove-way.ts';
import { savePlace } from './save-place.ts';
import { saveWay } from './save-way.ts';

const keeper = () => staff('desk', 'manager');
const done = z.object({ done: z.literal(true) });

/** Keeping the facility's map and its words before a visit. */
export const keeping = {
  savePlace: keeper()
    .input(places.savePlaceInput)
    .output(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => savePlace(ctx, input)),
  removePlace: keeper()
    .input(places.placeInput)
    .output(done)
    .mutation(({ ctx, input }) => removePlace(ctx, input)),
  saveWay: keeper()
    .input(places.saveWayInput)
    .output(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => saveWay(ctx, input)),
  removeWay: keeper()
    .input(places.wayInput)
    .output(done)
    .mutation(({ ctx, input }) => removeWay(ctx, input)),
  confirmPlaces: keeper()
    .input(places.confirmPlacesInput)
    .output(z.object({ places: z.number() }))
    .mutation(({ ctx, input }) => confirmPlaces(ctx, input)),
  draftPlaces: keeper()
    .output(z.object({ places: z.number() }))
    .mutation(({ ctx }) => draftOwnMap(ctx)),
  savePreparation: keeper()
    .input(savePreparationInput)
    .output(done)
    .mutation(({ ctx, input }) => savePreparation(ctx, input)),
  removePreparation: keeper()
    .input(removePreparationInput)
    .output(done)
    .mutation(({ ctx, input }) => removePreparation(ctx, input)),
};
