import { z } from 'zod';
import { bilingual, facts } from '../understand/schema.ts';
import { story } from './ask.ts';

const appointment = z.object({ facilityId: z.string().max(20), appointmentId: z.uuid() });

/** `agreed` is the box that the resident ticked: without it nothing is attached (E20). */
export const attachAnswersInput = appointment
  .extend({ story, agreed: z.literal(true) })
  .refine((input) => input.story.text !== '' || input.story.added.length > 0, 'nothing-said');
export const answersInput = appointment;

/** What was told and what was advised, as attached; the words are gone once it has expired. */
export const answersView = z.object({
  facilityId: z.string(),
  appointmentId: z.string(),
  facts,
  text: z.string(),
  added: z.array(z.string()),
  advised: z.array(z.object({ code: z.string(), name: bilingual })),
  flag: bilingual.nullable(),
  createdAt: z.date(),
  expiresAt: z.date(),
});
export type AnswersView = z.infer<typeof answersView>;
export const answersOutput = answersView.nullable();
export const removeAnswersOutput = z.object({ removed: z.boolean() });
/** Which appointments of a day carry answers, so that a list can mark them without opening any. */
export const dayAnswersInput = z.object({ appointmentIds: z.array(z.uuid()).max(500) });
export const dayAnswersOutput = z.array(z.string());
