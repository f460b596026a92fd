import { official, router, staff } from '../trpc.ts';
import { listOwnServices } from './doors/queries.ts';
import { removeService } from './doors/remove-service.ts';
import { saveService } from './doors/save-service.ts';
import { declareOutbreak } from './outbreaks/declare-outbreak.ts';
import { endOutbreak } from './outbreaks/end-outbreak.ts';
import { listOwnOutbreaks } from './outbreaks/queries.ts';
import * as outbreaks from './schema/outbreaks.ts';
import * as services from './schema/services.ts';

const keeper = staff('scheduler', 'manager');

/** A facility's own doors, for its staff (E10). */
export const servicesRouter = router({
  own: staff()
    .output(services.ownServicesOutput)
    .query(({ ctx }) => listOwnServices(ctx)),
  save: keeper
    .input(services.saveServiceInput)
    .output(services.ownServicesOutput)
    .mutation(({ ctx, input }) => saveService(ctx, input)),
  remove: keeper
    .input(services.removeServiceInput)
    .output(services.ownServicesOutput)
    .mutation(({ ctx, input }) => removeService(ctx, input)),
});

/** Outbreaks of an area, for its officials (E18). */
export const outbreaksRouter = router({
  own: official.output(outbreaks.ownOutbreaksOutput).query(({ ctx }) => listOwnOutbreaks(ctx)),
  declare: official
    .input(outbreaks.declareOutbreakInput)
    .output(outbreaks.ownOutbreaksOutput)
    .mutation(({ ctx, input }) => declareOutbreak(ctx, input)),
  end: official
    .input(outbreaks.endOutbreakInput)
    .output(outbreaks.ownOutbreaksOutput)
    .mutation(({ ctx, input }) => endOutbreak(ctx, input)),
});
