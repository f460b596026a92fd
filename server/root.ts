import { accessRouter } from './access/router.ts';
import { router } from './trpc.ts';

/** Every procedure of the platform, by room. */
export const appRouter = router({
  access: accessRouter,
});
export type AppRouter = typeof appRouter;
