import { router } from '../trpc.ts';
import { deskRouter } from './desk-router.ts';
import { ownRouter } from './own-router.ts';

/** Family planning: the worker's desk, and the person's own. */
export const familyPlanningRouter = router({ desk: deskRouter, own: ownRouter });
