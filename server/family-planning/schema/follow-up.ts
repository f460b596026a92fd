import { z } from 'zod';

const day = z.iso.date();

export const followUpKinds = ['early', 'outcome', 'postpartum', 'after-loss', 'method', 'advice'] as const;
export type FollowUpKind = (typeof followUpKinds)[number];

/** What advice is offered after, when a hospital told of it. */
export const promptKinds = ['postpartum', 'after-loss'] as const;
export type PromptKind = (typeof promptKinds)[number];

/** What may come of each kind, in the order of the form. */
export const outcomesOf = {
  early: ['pregnant', 'not-yet', 'given-up'],
  outcome: ['live-birth', 'miscarriage', 'ended', 'stillbirth', 'ectopic'],
  postpartum: ['advised', 'served', 'not-wanted'],
  'after-loss': ['advised', 'served', 'not-wanted'],
  advice: ['advised', 'served', 'not-wanted'],
  method: ['content', 'side-effects', 'wants-change', 'stopped'],
} as const satisfies Record<FollowUpKind, readonly string[]>;
export type Outcome = (typeof outcomesOf)[FollowUpKind][number];
export const outcomes = Object.values(outcomesOf).flat() as Outcome[];
/** Outcomes that are of a day: the last period, the birth, the loss. */
export const datedOutcomes: readonly Outcome[] = ['pregnant', ...outcomesOf.outcome];

export const followUpStates = ['open', 'done', 'lost', 'void'] as const;
export type FollowUpState = (typeof followUpStates)[number];
export const followUpView = z.object({
  id: z.uuid(),
  facilityId: z.string(),
  facilityName: z.string(),
  kind: z.enum(followUpKinds),
  subjectId: z.uuid(),
  /** Of `advice`: after what a hospital told of, where the person has opened it. */
  about: z.object({ kind: z.enum(promptKinds), eventOn: day }).nullable(),
  dueFrom: day,
  dueOn: day,
  state: z.enum(followUpStates),
  overdue: z.boolean(),
  tries: z.number().int(),
  triedAt: z.date().nullable(),
  endedAt: z.date().nullable(),
  workerName: z.string(),
  outcome: z.enum(outcomes as [Outcome, ...Outcome[]]).nullable(),
  eventOn: day.nullable(),
  note: z.string(),
});
export type FollowUpView = z.infer<typeof followUpView>;

const which = z.object({ residentId: z.uuid(), followUpId: z.uuid() });
const note = z.string().trim().max(500).default('');
/** Reached and answered; not reached this time; given up as lost; found again. */
export const noteFollowUpInput = z.discriminatedUnion('act', [
  which.extend({
    act: z.literal('done'),
    outcome: z.enum(outcomes as [Outcome, ...Outcome[]]),
    eventOn: day.nullish(),
    note,
  }),
  which.extend({ act: z.literal('tried'), note }),
  which.extend({ act: z.literal('lost'), note: z.string().trim().min(4).max(500) }),
  which.extend({ act: z.literal('found') }),
]);
export type FollowUpAct = z.infer<typeof noteFollowUpInput>['act'];
export const notedFollowUp = z.object({ nextOn: day.nullable() });
