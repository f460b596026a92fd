import { z } from 'zod';

const facilityId = z.string().max(20);
const reason = z.string().min(1).max(300);
const resourceType = z.string().regex(/^[A-Za-z]{1,40}$/);

/** How much of one type is here, beside what the hospital says it has; null before it was asked. */
export const typeCount = z.object({
  type: z.string(),
  kept: z.number().int(),
  withdrawn: z.number().int(),
  waiting: z.number().int(),
  told: z.number().int().nullable(),
  toldAt: z.date().nullable(),
});

/** What waits for one reason. */
export const waitingGroup = z.object({
  type: z.string(),
  reason: z.string(),
  count: z.number().int(),
  firstSeenAt: z.date(),
  /** When somebody last had them read again, and who. */
  triedAt: z.date().nullable(),
  triedBy: z.string().nullable(),
  /** Only what belongs to records is read again on demand; the rest is, with every pull. */
  rereadable: z.boolean(),
});

export const findingLine = z.object({
  type: z.string(),
  finding: z.string(),
  count: z.number().int(),
  lastAt: z.date(),
});
export const gapLine = z.object({
  type: z.string(),
  system: z.string(),
  code: z.string(),
  label: z.string(),
  count: z.number().int(),
});
export const mapLine = z.object({
  system: z.string(),
  code: z.string(),
  targetSystem: z.string(),
  targetCode: z.string(),
  targetName: z.string(),
  mappedAt: z.date(),
});

export const facilityInput = z.object({ facilityId });
export const overviewOutput = z.object({
  facility: z.object({ id: z.string(), name: z.string() }),
  connected: z.boolean(),
  /** Last complete reading of all records. */
  recordsAt: z.date().nullable(),
  types: z.array(typeCount),
  waiting: z.array(waitingGroup),
  waitingMore: z.boolean(),
  findings: z.array(findingLine),
  gaps: z.array(gapLine),
  gapsMore: z.boolean(),
  maps: z.array(mapLine),
  asOf: z.date(),
});
export type IntakeOverview = z.infer<typeof overviewOutput>;

export const waitingInput = z.object({ resourceType, reason, page: z.number().int().min(1).max(1000).default(1) });
export const waitingOfInput = waitingInput.extend({ facilityId });
export const waitingItem = z.object({
  /** By which it is read again; for people it is shown as `shownId`, without the number of a card. */
  resourceId: z.string(),
  shownId: z.string(),
  version: z.string(),
  firstSeenAt: z.date(),
  tries: z.number().int(),
  triedAt: z.date().nullable(),
  /** The resource with everything that could say who it is about exchanged. */
  masked: z.string(),
});
export const waitingOutput = z.object({
  facility: z.object({ id: z.string(), name: z.string() }),
  group: waitingGroup.nullable(),
  items: z.array(waitingItem),
  total: z.number().int(),
  pageSize: z.number().int(),
  asOf: z.date(),
});

/** With version: this one; without: all that wait for the reason. */
export const rerunInput = z.object({
  resourceType,
  reason,
  resourceId: z.string().max(64).nullish(),
});
export const rerunOfInput = rerunInput.extend({ facilityId });
export const rerunOutput = z.object({ read: z.number().int(), waiting: z.number().int(), left: z.number().int() });

/** Systems that others read a code by: results in LOINC, diagnoses in ICD-10 as WHO or the national edition has it. */
export const targetKinds = ['loinc', 'icd10', 'icd10China'] as const;
const icd = /^[A-Z]\d{2}(\.[0-9A-Za-z]{1,7})?[+*]?$/;
const targetForms = {
  loinc: isLoinc,
  icd10: (code: string) => icd.test(code),
  icd10China: (code: string) => icd.test(code),
};

/** A LOINC code ends with a check digit (mod 10), which catches most slips of the hand. */
export function isLoinc(code: string): boolean {
  const match = /^(\d{1,7})-(\d)$/.exec(code);
  if (!match) return false;
  const digits = [...(match[1] ?? '')].reverse().map(Number);
  const sum = digits.reduce((total, digit, i) => {
    const counted = i % 2 === 0 ? digit * 2 : digit;
    return total + (counted > 9 ? counted - 9 : counted);
  }, 0);
  return (10 - (sum % 10)) % 10 === Number(match[2]);
}

const own = { system: z.string().max(200), code: z.string().min(1).max(200) };
export const mapCodeInput = z
  .object({
    ...own,
    kind: z.enum(targetKinds),
    targetCode: z.string().trim().min(1).max(20),
    targetName: z.string().trim().min(1).max(100),
  })
  .refine((input) => targetForms[input.kind](input.targetCode), { path: ['targetCode'] });
export const unmapCodeInput = z.object(own);

export const regionInput = z.object({ page: z.number().int().min(1).max(1000).default(1) });
/** One connected hospital: how much of what it says it has is here, and what is left to do. */
export const hospitalLine = z.object({
  facilityId: z.string(),
  facilityName: z.string(),
  kept: z.number().int(),
  told: z.number().int().nullable(),
  /** Of what it tells, how much is here: never more than told, type by type. */
  matched: z.number().int(),
  waiting: z.number().int(),
  gaps: z.number().int(),
  findings: z.number().int(),
  recordsAt: z.date().nullable(),
});
export const regionOutput = z.object({
  types: z.array(typeCount),
  hospitals: z.array(hospitalLine),
  total: z.number().int(),
  /** Hospitals all of whose records were read at least once. */
  read: z.number().int(),
  pageSize: z.number().int(),
  asOf: z.date(),
});
export type IntakeRegion = z.infer<typeof regionOutput>;
