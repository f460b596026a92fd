import { official, router, staff } from '../../trpc.ts';
import { decideCase, undoCase } from './decide-case.ts';
import { getCase } from './get-case.ts';
import { listCases } from './list-cases.ts';
import * as schema from './schema.ts';

const reviewer = staff('desk', 'manager');

/** Whose record it is, for people to say: a hospital's of its own patients, an official's of the area's hospitals. */
export const identityRouter = router({
  ownCases: reviewer
    .input(schema.casesInput)
    .output(schema.casesOutput)
    .query(({ ctx, input }) => listCases(ctx, input)),
  cases: official
    .input(schema.casesInput)
    .output(schema.casesOutput)
    .query(({ ctx, input }) => listCases(ctx, input)),
  ownCase: reviewer
    .input(schema.ownCaseInput)
    .output(schema.caseOutput)
    .query(({ ctx, input }) => getCase(ctx, ctx.actor.facilityId, input.id)),
  case: official
    .input(schema.caseInput)
    .output(schema.caseOutput)
    .query(({ ctx, input }) => getCase(ctx, input.facilityId, input.id)),
  decideOwn: reviewer
    .input(schema.ownDecideInput)
    .output(schema.doneOutput)
    .mutation(({ ctx, input: { id, ...word } }) => decideCase(ctx, ctx.actor.facilityId, id, word)),
  decide: official
    .input(schema.decideInput)
    .output(schema.doneOutput)
    .mutation(({ ctx, input: { id, facilityId, ...word } }) => decideCase(ctx, facilityId, id, word)),
  undoOwn: reviewer
    .input(schema.ownUndoInput)
    .output(schema.doneOutput)
    .mutation(({ ctx, input }) => undoCase(ctx, ctx.actor.facilityId, input.id, input.reason)),
  undo: official
    .input(schema.undoInput)
    .output(schema.doneOutput)
    .mutation(({ ctx, input }) => undoCase(ctx, input.facilityId, input.id, input.reason)),
});
