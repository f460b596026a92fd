import { z } from 'zod';
import { demoPassword } from '#db/seed/demo-accounts.ts';
import { anyone, internal, router, signedIn } from '../trpc.ts';
import { exchangeCode } from './exchange-code.ts';
import { exchangePassword } from './exchange-password.ts';
import { getMe, listDemoAccounts } from './queries.ts';
import { requestCode } from './request-code.ts';
import {
  demoAccountsOutput,
  exchangeCodeInput,
  exchangeOutput,
  exchangePasswordInput,
  meOutput,
  requestCodeInput,
  requestCodeOutput,
} from './schema.ts';
import { signOut } from './sign-out.ts';

export const accessRouter = router({
  requestCode: anyone
    .input(requestCodeInput)
    .output(requestCodeOutput)
    .mutation(({ ctx, input }) => requestCode(ctx, 'sign-in', input.phone)),
  exchangeCode: internal
    .input(exchangeCodeInput)
    .output(exchangeOutput)
    .mutation(({ ctx, input }) => exchangeCode(ctx, input)),
  exchangePassword: internal
    .input(exchangePasswordInput)
    .output(exchangeOutput)
    .mutation(({ ctx, input }) => exchangePassword(ctx, input)),
  signOut: signedIn.output(z.object({ done: z.literal(true) })).mutation(({ ctx }) => signOut(ctx)),
  me: anyone.output(meOutput).query(({ ctx }) => getMe(ctx)),
  demoAccounts: anyone.output(demoAccountsOutput).query(({ ctx }) => listDemoAccounts(ctx, demoPassword)),
});
