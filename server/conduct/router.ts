import { z } from 'zod';
import { official, resident, router, staff } from '../trpc.ts';
import { appealStrike } from './appeal-strike.ts';
import { decideAppeal } from './decide-appeal.ts';
import { declareFault } from './declare-fault.ts';
import { excuseVisit } from './excuse-visit.ts';
import { listAppeals } from './queries/appeals.ts';
import { listFaults } from './queries/faults.ts';
import { listMissed } from './queries/missed.ts';
import { listConduct } from './queries/own.ts';
import * as schema from './schema.ts';

export const conductRouter = router({
  mine: resident.output(schema.conductOutput).query(({ ctx }) => listConduct(ctx)),
  appeal: resident
    .input(schema.appealInput)
    .output(schema.conductOutput)
    .mutation(({ ctx, input }) => appealStrike(ctx, input)),

  missed: staff('desk', 'scheduler', 'manager')
    .input(schema.missedInput)
    .output(schema.missedOutput)
    .query(({ ctx, input }) => listMissed(ctx, input)),
  excuse: staff('desk', 'manager')
    .input(schema.excuseInput)
    .output(z.object({ lifted: z.boolean() }))
    .mutation(({ ctx, input }) => excuseVisit(ctx, input)),

  appeals: official
    .input(schema.appealsInput)
    .output(schema.appealsOutput)
    .query(({ ctx, input }) => listAppeals(ctx, input)),
  decideAppeal: official
    .input(schema.decideAppealInput)
    .output(schema.appealsOutput)
    .mutation(({ ctx, input }) => decideAppeal(ctx, input)),
  faults: official.output(schema.faultsOutput).query(({ ctx }) => listFaults(ctx)),
  declareFault: official
    .input(schema.declareFaultInput)
    .output(schema.faultsOutput)
    .mutation(({ ctx, input }) => declareFault(ctx, input)),
});
