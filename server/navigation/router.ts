import { router } from '../trpc.ts';
import { learnRouter } from './learn/router.ts';

/** Finding the right door: each part has a router of its own. */
export const navigationRouter = router({
  learn: learnRouter,
});
