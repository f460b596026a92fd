import { z } from 'zod';
import { facts } from '../understand/schema.ts';

/** How long the doctor of the visit may look back (our proposal; Privacy: E20). */
export const keepDaysAfterVisit = 30;

/** What is sealed: the words as told, and nothing that the person did not see on the page before agreeing. */
export const sealedStory = z.object({ facts, text: z.string(), added: z.array(z.string()) });
export type SealedStory = z.infer<typeof sealedStory>;

/** A visit that is yet to come or goes on can be given answers; afterwards there is nobody to read them. */
export const takesAnswers = (status: string): boolean => ['held', 'booked', 'arrived'].includes(status);
