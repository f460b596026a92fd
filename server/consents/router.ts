import { z } from 'zod';
import { resident, router, staff } from '../trpc.ts';
import { addDenial } from './add-denial.ts';
import { breakGlass } from './break-glass.ts';
import { endDenial } from './end-denial.ts';
import { endShareCode } from './end-share-code.ts';
import { makeShareCode } from './make-share-code.ts';
import { getSettings } from './queries.ts';
import { redeemShareCode } from './redeem-share-code.ts';
import * as schema from './schema.ts';
import { setConsent } from './set-consent.ts';

const done = z.object({ done: z.literal(true) });
const clinician = staff('doctor');

export const consentsRouter = router({
  settings: resident
    .input(schema.whoseInput)
    .output(schema.settingsOutput)
    .query(({ ctx, input }) => getSettings(ctx, input)),
  set: resident
    .input(schema.setConsentInput)
    .output(done)
    .mutation(({ ctx, input }) => setConsent(ctx, input)),
  deny: resident
    .input(schema.denyInput)
    .output(done)
    .mutation(({ ctx, input }) => addDenial(ctx, input)),
  endDenial: resident
    .input(schema.endDenialInput)
    .output(done)
    .mutation(({ ctx, input }) => endDenial(ctx, input)),
  makeCode: resident
    .input(schema.makeShareCodeInput)
    .output(schema.madeShareCode)
    .mutation(({ ctx, input }) => makeShareCode(ctx, input)),
  endCode: resident
    .input(schema.endShareCodeInput)
    .output(done)
    .mutation(({ ctx, input }) => endShareCode(ctx, input)),
  redeemCode: clinician
    .input(schema.redeemShareCodeInput)
    .output(schema.whoseInput)
    .mutation(({ ctx, input }) => redeemShareCode(ctx, input.code)),
  breakGlass: clinician
    .input(schema.breakGlassInput)
    .output(schema.brokenGlass)
    .mutation(({ ctx, input }) => breakGlass(ctx, input)),
});
