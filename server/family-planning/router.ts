import { router } from '../trpc.ts';
import { deskRouter } from './desk-router.ts';
import { ownRouter } from './own-router.ts';
import { stockRouter } from './stock-router.ts';

/** Family planning: the worker's desk, what there is to hand out, and the person's own. */
export const familyPlanningRouter = router({ desk: deskRouter, stock: stockRouter, own: ownRouter });
