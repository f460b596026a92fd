import { official, resident, router, staff } from '../trpc.ts';
import { answerCase } from './answer-case.ts';
import { askWhy } from './ask-why.ts';
import { listLooks } from './look-queries.ts';
import { listAreaCases, listFacilityCases, listOwnCases } from './queries.ts';
import * as schema from './schema.ts';

const officer = staff('privacy_officer', 'manager');

export const casesRouter = router({
  looks: resident
    .input(schema.looksInput)
    .output(schema.looksOutput)
    .query(({ ctx, input }) => listLooks(ctx, input)),
  mine: resident
    .input(schema.mineInput)
    .output(schema.mineOutput)
    .query(({ ctx, input }) => listOwnCases(ctx, input)),
  askWhy: resident
    .input(schema.askWhyInput)
    .output(schema.askWhyOutput)
    .mutation(({ ctx, input }) => askWhy(ctx, input)),
  ofFacility: officer
    .input(schema.workInput)
    .output(schema.workOutput)
    .query(({ ctx, input }) => listFacilityCases(ctx, input)),
  answer: officer
    .input(schema.answerInput)
    .output(schema.answeredOutput)
    .mutation(({ ctx, input }) => answerCase(ctx, input)),
  ofArea: official
    .input(schema.workInput)
    .output(schema.workOutput)
    .query(({ ctx, input }) => listAreaCases(ctx, input)),
  answerInArea: official
    .input(schema.answerInput)
    .output(schema.answeredOutput)
    .mutation(({ ctx, input }) => answerCase(ctx, input)),
});
