import { z } from 'zod';
import { cursor } from '../kernel/page.ts';
import { findingRuleNames, findingStates, moveNames, sampleKinds, severities } from './schema/words.ts';

const day = z.iso.date();
const facilityId = z.string().min(1).max(20);
const words = z.string().trim().max(500);

/** A line of a sheet: one resource, without what could say whose it is. Days count from the visit. */
export const sheetLine = z.object({
  type: z.string(),
  day: z.number().int().nullable(),
  title: z.string(),
  code: z.string(),
  status: z.string(),
  readings: z.array(z.object({ title: z.string(), value: z.string(), unit: z.string(), flag: z.string() })),
  /** Results of a report, contents of a document. */
  parts: z.number().int(),
  /** Letters of free text that stay at the hospital. */
  kept: z.number().int(),
  version: z.number().int(),
  /** Days from the visit, or from the day its hospital was connected, until the first version came. */
  arrival: z.number().nullable(),
  findings: z.array(z.string()),
  gap: z.boolean(),
});
export type SheetLine = z.infer<typeof sheetLine>;

/** A sampled visit or paper as an official reads it. */
export const sheet = z.object({
  kind: z.enum([...sampleKinds, 'other']),
  month: z.string(),
  sex: z.enum(['male', 'female', 'unknown']),
  birthYear: z.string(),
  county: z.string(),
  department: z.string(),
  /** Whether an end is written; null where none is expected. */
  ended: z.boolean().nullable(),
  lines: z.array(sheetLine),
});
export type Sheet = z.infer<typeof sheet>;

export const planInput = z
  .object({
    title: z.string().trim().min(2).max(60),
    purpose: z.enum(['quality', 'research']).default('quality'),
    areaCode: z.string().regex(/^\d{12}$/),
    kinds: z.array(z.enum(sampleKinds)).min(1),
    periodFrom: day,
    periodTo: day,
    sizeKind: z.enum(['count', 'share']),
    size: z.number().int().min(1).max(100),
    /** Left out: one is made. The same seed draws the same sample again. */
    seed: z
      .string()
      .trim()
      .regex(/^[\w-]{4,40}$/)
      .optional(),
  })
  .refine((input) => input.periodFrom <= input.periodTo, { path: ['periodTo'] });
export const planned = z.object({ id: z.uuid() });

/** How many findings stand where. */
export const standing = z.object({
  proposed: z.number().int(),
  confirmed: z.number().int(),
  returned: z.number().int(),
  overdue: z.number().int(),
  answered: z.number().int(),
  closed: z.number().int(),
  dismissed: z.number().int(),
});
export type Standing = z.infer<typeof standing>;

export const reviewRow = z.object({
  id: z.uuid(),
  title: z.string(),
  purpose: z.enum(['quality', 'research']),
  areaName: z.string(),
  createdAt: z.date(),
  createdByName: z.string(),
  hospitals: z.number().int(),
  drawnHospitals: z.number().int(),
  items: z.number().int(),
  standing,
});
export type ReviewRow = z.infer<typeof reviewRow>;
export const listInput = z.object({ cursor: cursor.nullish() });
export const listOutput = z.object({ reviews: z.array(reviewRow), next: z.string().nullable(), asOf: z.date() });

export const reviewInput = z.object({ id: z.uuid() });
export const stratumRow = z.object({
  facilityId: z.string(),
  facilityName: z.string(),
  /** Null: not drawn yet. */
  population: z.number().int().nullable(),
  drawn: z.number().int().nullable(),
  standing,
});
export const reviewOutput = reviewRow.extend({
  kinds: z.array(z.enum(sampleKinds)),
  periodFrom: z.string(),
  periodTo: z.string(),
  sizeKind: z.enum(['count', 'share']),
  size: z.number().int(),
  seed: z.string(),
  strata: z.array(stratumRow),
  rules: z.array(z.object({ rule: z.enum(findingRuleNames), count: z.number().int() })),
  asOf: z.date(),
});
export type ReviewOutput = z.infer<typeof reviewOutput>;

export const hospitalInput = reviewInput.extend({ facilityId });
export const itemRow = z.object({
  id: z.uuid(),
  number: z.number().int(),
  kind: z.enum([...sampleKinds, 'other']),
  month: z.string(),
  lines: z.number().int(),
  /** What hospital sent something newer of it. */
  newer: z.boolean(),
  standing,
});
export const hospitalOutput = z.object({
  review: z.object({ id: z.uuid(), title: z.string(), purpose: z.enum(['quality', 'research']) }),
  facility: z.object({ id: z.string(), name: z.string() }),
  population: z.number().int(),
  items: z.array(itemRow),
  standing,
  mayJudge: z.boolean(),
  dueLeast: day,
  dueUsual: day,
  dueMost: day,
  asOf: z.date(),
});
export type HospitalOutput = z.infer<typeof hospitalOutput>;
export const againOutput = z.object({ drawn: z.number().int(), same: z.number().int(), population: z.number().int() });

export const stepView = z.object({
  move: z.string(),
  at: z.date(),
  byKind: z.enum(['rule', 'official', 'facility']),
  byName: z.string(),
  comment: z.string(),
  dueAt: z.date().nullable(),
});
export const findingView = z.object({
  facilityId: z.string(),
  id: z.uuid(),
  rule: z.enum(findingRuleNames),
  severity: z.enum(severities),
  line: z.number().int().nullable(),
  detail: z.string(),
  foundBy: z.enum(['check', 'official']),
  comment: z.string(),
  state: z.enum(findingStates),
  dueAt: z.date().nullable(),
  escalatedAt: z.date().nullable(),
  mended: z.enum(['yes', 'no']).nullable(),
  /** The steps that who reads it may take. */
  moves: z.array(z.enum(moveNames)),
  steps: z.array(stepView),
});
export type FindingView = z.infer<typeof findingView>;

export const itemInput = z.object({ facilityId, id: z.uuid() });
export const itemOutput = z.object({
  review: z.object({ id: z.uuid(), title: z.string(), purpose: z.enum(['quality', 'research']) }),
  facility: z.object({ id: z.string(), name: z.string() }),
  number: z.number().int(),
  /** Null: the person takes part no longer. */
  sheet: sheet.nullable(),
  sheetAt: z.date(),
  later: sheet.nullable(),
  laterAt: z.date().nullable(),
  findings: z.array(findingView),
  mayJudge: z.boolean(),
  dueLeast: day,
  dueUsual: day,
  dueMost: day,
  /** Until when the person may be named; null: no case is open. */
  caseUntil: z.date().nullable(),
  asOf: z.date(),
});
export type ItemOutput = z.infer<typeof itemOutput>;

export const addInput = itemInput.extend({
  rule: z.enum(findingRuleNames),
  severity: z.enum(severities),
  line: z.number().int().min(0).max(500).nullable(),
  comment: words.min(4),
});
export const judgeInput = itemInput.extend({
  move: z.enum(['confirm', 'dismiss', 'accept', 'return-again', 'withdraw']),
  severity: z.enum(severities).optional(),
  comment: words.default(''),
  dueDay: day.optional(),
});
export const returnInput = hospitalInput.extend({ dueDay: day, comment: words.default('') });
export const doneOutput = z.object({ state: z.enum(findingStates) });
export const countOutput = z.object({ count: z.number().int() });

export const openPersonInput = itemInput.extend({
  ground: z.enum(['complaint', 'harm', 'fraud', 'other']),
  reason: words.min(8),
});
export const openedOutput = z.object({ until: z.date() });
export const personOutput = z.object({
  name: z.string(),
  sex: z.enum(['male', 'female', 'unknown']),
  birthDate: z.string(),
  idMasked: z.string(),
  visit: z.string(),
  happenedAt: z.date(),
  until: z.date(),
  entries: z.array(
    z.object({ id: z.uuid(), type: z.string(), title: z.string(), startsAt: z.date().nullable(), text: z.string() }),
  ),
});

/** A finding in a list of work: with its hospital and how long it waits. */
export const workRow = findingView.omit({ steps: true, moves: true }).extend({
  reviewId: z.uuid(),
  reviewTitle: z.string(),
  itemId: z.uuid(),
  number: z.number().int(),
  facilityName: z.string(),
  changedAt: z.date(),
  overdue: z.boolean(),
});
export const workInput = z.object({ shelf: z.enum(['answered', 'overdue']), cursor: cursor.nullish() });
export const workOutput = z.object({
  findings: z.array(workRow),
  counts: z.object({ answered: z.number().int(), overdue: z.number().int() }),
  next: z.string().nullable(),
  asOf: z.date(),
});
export type WorkOutput = z.infer<typeof workOutput>;

/** What a hospital is asked to mend: by its own number of the visit. */
export const ownRow = findingView.extend({
  reviewTitle: z.string(),
  office: z.string(),
  kind: z.string(),
  lineType: z.string(),
  lineTitle: z.string(),
  sourceId: z.string(),
  happenedAt: z.date(),
  newerAt: z.date().nullable(),
  overdue: z.boolean(),
});
export type OwnRow = z.infer<typeof ownRow>;
export const ownInput = z.object({ shelf: z.enum(['open', 'done']), cursor: cursor.nullish() });
export const ownOutput = z.object({
  findings: z.array(ownRow),
  counts: z.object({ open: z.number().int(), overdue: z.number().int(), done: z.number().int() }),
  next: z.string().nullable(),
  asOf: z.date(),
});
export type OwnOutput = z.infer<typeof ownOutput>;
export const answerInput = z.object({ id: z.uuid(), comment: words.min(4) });

export const qualityInput = z.object({ page: z.number().int().min(1).max(1000).default(1) });
export const qualityRow = z.object({
  facilityId: z.string(),
  facilityName: z.string(),
  received: z.number().int(),
  waiting: z.number().int(),
  unmapped: z.number().int(),
  badlyWritten: z.number().int(),
  unmatched: z.number().int(),
  /** Of 1,000 received, how many wait, stand under a code of its own or are badly written: the rank. */
  perThousand: z.number(),
  sampled: z.number().int(),
  late: z.number().int(),
  open: z.number().int(),
  overdue: z.number().int(),
  closed: z.number().int(),
});
export const qualityOutput = z.object({
  hospitals: z.array(qualityRow),
  total: z.number().int(),
  pageSize: z.number().int(),
  asOf: z.date(),
});
export type QualityOutput = z.infer<typeof qualityOutput>;
