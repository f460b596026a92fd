import { z } from 'zod';
import { cursor, dayCursor } from '../../kernel/page.ts';
import { checkView } from './check.ts';
import { followUpKinds, followUpView } from './follow-up.ts';
import { registrationView } from './registration.ts';
import { serviceView } from './service.ts';

const day = z.iso.date();

/** How the person said so: at the desk with the card, or called back on the number on record. */
export const says = ['in-person', 'by-phone'] as const;
export const enrolInput = z.object({
  name: z.string().trim().min(2).max(40),
  idNumber: z.string().trim().min(15).max(20),
  phone: z
    .string()
    .trim()
    .regex(/^1[3-9]\d{9}$/)
    .nullish(),
  said: z.enum(says),
  /** Lives here, registered elsewhere: served here like everybody. */
  migrant: z.boolean().default(false),
});
export const enrolled = z.object({ residentId: z.uuid(), fresh: z.boolean() });

const shelvesOfQuestions = ['due', 'overdue', 'lost'] as const;
export const shelves = [...shelvesOfQuestions, 'people'] as const;
export type Shelf = (typeof shelves)[number];
/** Questions are in the order of their day, people in that of their say: one's cursor is none of the other's. */
export const listInput = z.discriminatedUnion('shelf', [
  z.object({ shelf: z.enum(shelvesOfQuestions), cursor: dayCursor.nullish() }),
  z.object({ shelf: z.literal('people'), cursor: cursor.nullish() }),
]);
export const listOutput = z.object({
  rows: z.array(
    z.object({
      key: z.string(),
      residentId: z.uuid(),
      shownName: z.string(),
      phoneMasked: z.string(),
      facilityName: z.string(),
      /** Null on the shelf of people. */
      followUp: z
        .object({ id: z.uuid(), kind: z.enum(followUpKinds), dueFrom: day, dueOn: day, tries: z.number().int() })
        .nullable(),
      since: day,
      migrant: z.boolean(),
    }),
  ),
  /** So many of the area are offered advice and have not said yet whether they want it; who, is theirs to say. */
  waiting: z.number().int(),
  counts: z.object({
    due: z.number().int(),
    overdue: z.number().int(),
    lost: z.number().int(),
    people: z.number().int(),
  }),
  next: z.string().nullable(),
  asOf: z.date(),
});

/** Everything on one page, of what this worker may see. */
export const sheetInput = z.object({ residentId: z.uuid() });
export const sheetOutput = z.object({
  person: z.object({
    name: z.string(),
    sex: z.enum(['male', 'female', 'unknown']),
    age: z.number().int(),
    idMasked: z.string(),
    phoneMasked: z.string(),
  }),
  enrolment: z.object({
    facilityName: z.string(),
    said: z.enum(['online', ...says]),
    migrant: z.boolean(),
    startedAt: z.date(),
  }),
  /** What other facilities wrote is not shown: the person has not opened the topic to those who treat. */
  ownOnly: z.boolean(),
  registrations: z.array(registrationView),
  checks: z.array(checkView.extend({ partner: z.object({ residentId: z.uuid(), name: z.string() }).nullable() })),
  services: z.array(serviceView),
  followUps: z.array(followUpView),
  asOf: z.date(),
});
export type Sheet = z.infer<typeof sheetOutput>;
