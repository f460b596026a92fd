import { z } from 'zod';
import { resident, router, staff } from '../../trpc.ts';
import * as shapes from '../schema/answers.ts';
import { attachAnswers } from './attach-answers.ts';
import { findOwnAnswers, listAnswered, readAnswers } from './queries.ts';
import { removeAnswers } from './remove-answers.ts';

/** What a resident agreed to show the doctor of one visit (E20). */
export const answersRouter = router({
  attach: resident
    .input(shapes.attachAnswersInput)
    .output(shapes.answersView)
    .mutation(({ ctx, input }) => attachAnswers(ctx, input)),
  own: resident
    .input(shapes.answersInput)
    .output(shapes.answersOutput)
    .query(({ ctx, input }) => findOwnAnswers(ctx, input)),
  remove: resident
    .input(shapes.answersInput)
    .output(shapes.removeAnswersOutput)
    .mutation(({ ctx, input }) => removeAnswers(ctx, input)),
  ofPatient: staff('desk', 'doctor')
    .input(z.object({ appointmentId: z.uuid() }))
    .output(shapes.answersOutput)
    .query(({ ctx, input }) => readAnswers(ctx, input.appointmentId)),
  ofDay: staff('desk', 'doctor')
    .input(shapes.dayAnswersInput)
    .output(shapes.dayAnswersOutput)
    .query(({ ctx, input }) => listAnswered(ctx, input.appointmentIds)),
});
