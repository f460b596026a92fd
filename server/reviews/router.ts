import { official, router, staff } from '../trpc.ts';
import { addFinding } from './add-finding.ts';
import { answerFinding } from './answer-finding.ts';
import { getItem, readPerson } from './item-queries.ts';
import { judgeFinding } from './judge-finding.ts';
import { openPerson } from './open-person.ts';
import { planReview } from './plan-review.ts';
import { listQuality } from './quality-queries.ts';
import { drawAgain, getHospital, getOneReview, listReviews } from './queries.ts';
import { returnFindings } from './return-findings.ts';
import * as schema from './schema.ts';
import { listOwn, listWork } from './work-queries.ts';

/** Records sampled by rule: an official's of the own area, and what a hospital was asked to mend. */
export const reviewsRouter = router({
  list: official
    .input(schema.listInput)
    .output(schema.listOutput)
    .query(({ ctx, input }) => listReviews(ctx, input)),
  work: official
    .input(schema.workInput)
    .output(schema.workOutput)
    .query(({ ctx, input }) => listWork(ctx, input)),
  quality: official
    .input(schema.qualityInput)
    .output(schema.qualityOutput)
    .query(({ ctx, input }) => listQuality(ctx, input)),
  get: official
    .input(schema.reviewInput)
    .output(schema.reviewOutput)
    .query(({ ctx, input }) => getOneReview(ctx, input)),
  hospital: official
    .input(schema.hospitalInput)
    .output(schema.hospitalOutput)
    .query(({ ctx, input }) => getHospital(ctx, input)),
  again: official
    .input(schema.hospitalInput)
    .output(schema.againOutput)
    .query(({ ctx, input }) => drawAgain(ctx, input)),
  item: official
    .input(schema.itemInput)
    .output(schema.itemOutput)
    .query(({ ctx, input }) => getItem(ctx, input)),
  person: official
    .input(schema.itemInput)
    .output(schema.personOutput)
    .query(({ ctx, input }) => readPerson(ctx, input)),
  plan: official
    .input(schema.planInput)
    .output(schema.planned)
    .mutation(({ ctx, input }) => planReview(ctx, input)),
  addFinding: official
    .input(schema.addInput)
    .output(schema.doneOutput)
    .mutation(({ ctx, input }) => addFinding(ctx, input)),
  judge: official
    .input(schema.judgeInput)
    .output(schema.doneOutput)
    .mutation(({ ctx, input }) => judgeFinding(ctx, input)),
  returnAll: official
    .input(schema.returnInput)
    .output(schema.countOutput)
    .mutation(({ ctx, input }) => returnFindings(ctx, input)),
  openPerson: official
    .input(schema.openPersonInput)
    .output(schema.openedOutput)
    .mutation(({ ctx, input }) => openPerson(ctx, input)),
  own: staff('manager')
    .input(schema.ownInput)
    .output(schema.ownOutput)
    .query(({ ctx, input }) => listOwn(ctx, input)),
  answer: staff('manager')
    .input(schema.answerInput)
    .output(schema.doneOutput)
    .mutation(({ ctx, input }) => answerFinding(ctx, input)),
});
