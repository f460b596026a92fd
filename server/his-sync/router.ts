import { official, router, staff } from '../trpc.ts';
import { filesRouter } from './flat/router.ts';
import { intakeRouter } from './intake/router.ts';
import { refreshRouter } from './refresh/router.ts';
import { registerEndpoint } from './register-endpoint.ts';
import { endpointOutput, registerInput, switchInput } from './schema.ts';
import { switchEndpoint } from './switch-endpoint.ts';

/** What people decide about hospitals' connections; their state is read in `reports`. */
export const hisSyncRouter = router({
  intake: intakeRouter,
  files: filesRouter,
  refresh: refreshRouter,
  register: official
    .input(registerInput)
    .output(endpointOutput)
    .mutation(({ ctx, input }) => registerEndpoint(ctx, input)),
  switch: official
    .input(switchInput)
    .output(endpointOutput)
    .mutation(({ ctx, input }) => switchEndpoint(ctx, input)),
  switchOwn: staff('manager')
    .input(switchInput)
    .output(endpointOutput)
    .mutation(({ ctx, input }) => switchEndpoint(ctx, input)),
});
