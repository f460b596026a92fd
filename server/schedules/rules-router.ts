import { official, router, staff } from '../trpc.ts';
import { listLimits } from './queries/limits.ts';
import { getProvinceRules } from './queries/province-rules.ts';
import { limitsOutput, provinceRulesOutput, setBoundsInput, setLimitsInput } from './schema/province-rules.ts';
import { setBounds } from './set-bounds.ts';
import { setLimits } from './set-limits.ts';

/** What the province sets for every hospital, and whom a hospital's departments see. */
export const rulesRouter = router({
  province: official.output(provinceRulesOutput).query(({ ctx }) => getProvinceRules(ctx)),
  setBounds: official
    .input(setBoundsInput)
    .output(provinceRulesOutput)
    .mutation(({ ctx, input }) => setBounds(ctx, input)),
  limits: staff()
    .output(limitsOutput)
    .query(({ ctx }) => listLimits(ctx, ctx.actor.facilityId)),
  setLimits: staff('scheduler', 'manager')
    .input(setLimitsInput)
    .output(limitsOutput)
    .mutation(({ ctx, input }) => setLimits(ctx, input)),
});
