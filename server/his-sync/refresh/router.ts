import { resident, router, staff } from '../../trpc.ts';
import { askRefresh } from './ask-refresh.ts';
import { getRefresh } from './queries.ts';
import { refreshInput, refreshOutput } from './schema.ts';

const clinician = staff('doctor');

/** News of one person from all hospitals at once: asked for by the person, or by who treats them. */
export const refreshRouter = router({
  ask: resident.input(refreshInput).mutation(({ ctx, input }) => askRefresh(ctx, input)),
  state: resident
    .input(refreshInput)
    .output(refreshOutput)
    .query(({ ctx, input }) => getRefresh(ctx, input)),
  askOfPatient: clinician.input(refreshInput).mutation(({ ctx, input }) => askRefresh(ctx, input)),
  stateOfPatient: clinician
    .input(refreshInput)
    .output(refreshOutput)
    .query(({ ctx, input }) => getRefresh(ctx, input)),
});
