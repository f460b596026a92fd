import { z } from 'zod';
import { adviceRule, bilingual, facts, redFlagRule } from '../understand/schema.ts';

/** A number or word that the guide uses and that may change: the crisis hotline, the emergency number. */
export const settingRule = z.object({
  id: z.string().regex(/^[a-z0-9-]{3,60}$/),
  name: bilingual,
  reason: bilingual,
  source: z.string().min(1).max(200),
  validFrom: z.iso.date(),
  value: z.string().trim().min(1).max(40),
});
export type SettingRule = z.infer<typeof settingRule>;

/** A rule as an editor fills it in, by kind. */
export const ruleContent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('red-flag'), content: redFlagRule }),
  z.object({ kind: z.literal('advice'), content: adviceRule }),
  z.object({ kind: z.literal('setting'), content: settingRule }),
]);
export type RuleContent = z.infer<typeof ruleContent>;

const count = z.number().int();
const why = z.string().trim().min(4).max(500);
export const ruleKind = z.enum(['red-flag', 'advice', 'setting']);
export const ruleState = z.enum(['draft', 'proposed', 'approved', 'withdrawn', 'rolled-back']);
export type RuleState = z.infer<typeof ruleState>;
export const outcome = z.enum(['emergency', 'crisis', 'fever', 'none']);
export type Outcome = z.infer<typeof outcome>;

export const ruleKey = z.object({ ruleId: z.string().min(3).max(60), version: z.number().int().min(1) });
export const ruleInput = z.object({ ruleId: z.string().min(3).max(60) });

export const saveRuleInput = z.object({
  rule: ruleContent,
  /** From its day on the rule no longer applies. */
  ends: z.boolean().default(false),
  reason: why,
});
export const returnRuleInput = ruleKey.extend({ reason: why });
export const withdrawRuleInput = ruleKey.extend({ reason: why });
export const rollBackRuleInput = ruleKey.extend({ reason: why });

export const tryRuleInput = z.object({
  rule: ruleContent,
  ends: z.boolean().default(false),
  text: z.string().trim().min(1).max(500),
  facts: facts.default({}),
});

export const tryCasesInput = saveRuleInput.pick({ rule: true, ends: true });

const readingView = z.object({
  outcome,
  flags: z.array(z.object({ ruleId: z.string(), name: bilingual, matched: z.array(z.string()) })),
  /** The first three departments. */
  labels: z.array(z.object({ label: z.string(), share: z.number() })),
});
export const tryRuleOutput = z.object({ before: readingView, after: readingView });

/** One stored case that reads otherwise than it should, or otherwise than before. */
export const caseChange = z.object({
  caseId: z.string(),
  text: z.string(),
  expects: outcome,
  label: z.string().nullable(),
  before: z.string(),
  after: z.string(),
});
export type CaseChange = z.infer<typeof caseChange>;

export const replayView = z.object({
  cases: count,
  emergencies: count,
  /** Stored emergencies that the changed rules do not find, whether found before or not. */
  missed: count,
  passed: count,
  blocked: z.boolean(),
  setBefore: z.string(),
  setAfter: z.string(),
  lost: z.array(caseChange),
  found: z.array(caseChange),
  raised: z.array(caseChange),
  quieted: z.array(caseChange),
  departments: z.array(caseChange),
  failed: z.array(caseChange),
});
export type ReplayView = z.infer<typeof replayView>;

export const stepView = z.object({
  version: count,
  fromState: ruleState.nullable(),
  toState: ruleState,
  at: z.date(),
  actorName: z.string(),
  facilityName: z.string().nullable(),
  reason: z.string(),
});

export const versionView = z.object({
  ruleId: z.string(),
  version: count,
  state: ruleState,
  ends: z.boolean(),
  shipped: z.boolean(),
  reason: z.string(),
  liveFrom: z.date().nullable(),
  updatedAt: z.date(),
  authorId: z.string(),
  proposedBy: z.string().nullable(),
  rule: ruleContent,
});
export type VersionView = z.infer<typeof versionView>;

export const ruleLine = z.object({
  ruleId: z.string(),
  kind: ruleKind,
  /** emergency, crisis or fever of a red flag; empty for the others. */
  flag: z.string(),
  name: bilingual,
  source: z.string(),
  /** The version that applies now; null when none does. */
  live: z.object({ version: count, since: z.date() }).nullable(),
  /** Approved, but its day has not come. */
  coming: z.object({ version: count, from: z.date(), ends: z.boolean() }).nullable(),
  open: z.object({ version: count, state: ruleState }).nullable(),
});
export const rulesOutput = z.object({
  rules: z.array(ruleLine),
  set: z.string(),
  /** No rule is stored yet: those that came with the program apply. */
  fromProgram: z.boolean(),
  /** Stored rules that this program cannot read; those that came with it apply instead. */
  unreadable: z.array(z.string()),
  cases: count,
  asOf: z.date(),
});

const possibility = z.object({ can: z.boolean(), rule: z.string().nullable() });
export const ruleOutput = z.object({
  ruleId: z.string(),
  kind: ruleKind,
  versions: z.array(versionView),
  steps: z.array(stepView),
  liveVersion: count.nullable(),
  /** What the reader may do with the newest version, and the rule that forbids it. */
  may: z.object({ edit: possibility, propose: possibility, decide: possibility, rollBack: possibility }),
  /** The last run over the stored cases for the newest version. */
  replay: replayView.extend({ at: z.date(), purpose: z.string() }).nullable(),
  asOf: z.date(),
});

export const caseView = z.object({
  id: z.string(),
  text: z.string(),
  facts,
  expects: outcome,
  label: z.string().nullable(),
  reason: z.string(),
  shipped: z.boolean(),
  authorName: z.string(),
  createdAt: z.date(),
  /** Somebody asked to leave it out: why, and whether it was the reader. */
  drop: z.object({ reason: z.string(), mine: z.boolean() }).nullable(),
  /** How the live rules read it now. */
  reads: outcome,
  readsLabel: z.string(),
  passes: z.boolean(),
});
export const casesInput = z
  .object({ show: z.enum(['failing', 'asked', 'own', 'all']).default('failing'), page: count.min(1).default(1) })
  .default({ show: 'failing', page: 1 });
export const casesOutput = z.object({
  cases: z.array(caseView),
  /** After the filter, over all pages. */
  total: count,
  pageSize: count,
  stored: count,
  passing: count,
  emergencies: count,
  missed: count,
  asOf: z.date(),
});

export const addCaseInput = z.object({
  id: z.uuid(),
  text: z.string().trim().min(2).max(300),
  facts: facts.default({}),
  expects: outcome,
  label: z.string().max(20).nullable(),
  reason: why,
});
export const dropCaseInput = z.object({ id: z.uuid(), reason: why });
export const confirmDropInput = z.object({ id: z.uuid() });

export const done = z.object({ done: z.literal(true) });
export type Done = z.infer<typeof done>;
