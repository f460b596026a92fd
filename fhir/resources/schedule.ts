import { z } from 'zod';
import { extensions, systems } from '../systems.ts';
import {
  codeIn,
  concept,
  extension,
  type FhirResource,
  instant,
  lastUpdatedOf,
  readAs,
  reference,
  referencedId,
  resourceSchema,
  UnreadableResource,
  versionOf,
} from './resource.ts';
import { localDate, localMinutes } from './zone.ts';

export const numberTypes = ['ordinary', 'expert', 'special', 'chronic', 'return', 'mdt'] as const;
export type NumberType = (typeof numberTypes)[number];
export type HalfDay = 'am' | 'pm' | 'evening';

/** 排班: one clinic half-day of a department or of a doctor in it. Instants are ISO in UTC; the fee is in fen. */
export type ScheduleValue = {
  hisId: string;
  version: string;
  lastUpdated: string;
  active: boolean;
  /** Why the clinic is stopped, in the hospital's words. */
  stopReason: string | null;
  departmentHisId: string;
  practitionerHisId: string | null;
  /** Id of the doctor's PractitionerRole, where the hospital names the doctor that way. */
  roleHisId: string | null;
  date: string;
  halfDay: HalfDay;
  startsAt: string;
  endsAt: string;
  numberType: NumberType;
  feeFen: number;
};

const schema = resourceSchema('Schedule', {
  active: z.boolean().optional(),
  comment: z.string().optional(),
  actor: z.array(reference).min(1),
  planningHorizon: z.object({ start: instant, end: instant }),
  serviceType: z.array(concept).optional(),
  extension: z.array(extension).optional(),
});
const money = z.object({ value: z.number().nonnegative(), currency: z.literal('CNY').optional() });

export function halfDayOf(start: Date): HalfDay {
  const minutes = localMinutes(start);
  return minutes < 12 * 60 ? 'am' : minutes < 17 * 60 + 30 ? 'pm' : 'evening';
}

function feeOf(list: z.infer<typeof extension>[] | undefined): number {
  const found = list?.find((one) => one.url === extensions.fee);
  if (!found) throw new UnreadableResource('extension: no registration fee');
  const fee = money.safeParse(found.valueMoney);
  if (!fee.success) throw new UnreadableResource('extension: registration fee is not an amount in CNY');
  const fen = fee.data.value * 100;
  if (Math.abs(fen - Math.round(fen)) > 1e-6) throw new UnreadableResource('extension: fee is finer than a fen');
  return Math.round(fen);
}

export function fromSchedule(resource: unknown): ScheduleValue {
  const read = readAs(schema, resource);
  const actor = (type: string) => read.actor.map((one) => referencedId(type, one.reference)).find(Boolean) ?? null;
  const departmentHisId = actor('HealthcareService');
  if (!departmentHisId) throw new UnreadableResource('actor: no HealthcareService');
  const start = new Date(read.planningHorizon.start);
  const end = new Date(read.planningHorizon.end);
  if (!(start < end)) throw new UnreadableResource('planningHorizon: does not end after its start');
  if (localDate(start) !== localDate(Number(end) - 1)) throw new UnreadableResource('planningHorizon: over two days');
  const code = codeIn(systems.numberType, read.serviceType)?.code;
  const numberType = numberTypes.find((one) => one === code);
  if (!numberType) throw new UnreadableResource(`serviceType: ${code ? 'unknown' : 'no'} number type`);
  return {
    hisId: read.id,
    version: versionOf(read),
    lastUpdated: lastUpdatedOf(read),
    active: read.active ?? true,
    stopReason: read.active === false ? (read.comment ?? null) : null,
    departmentHisId,
    practitionerHisId: actor('Practitioner'),
    roleHisId: actor('PractitionerRole'),
    date: localDate(start),
    halfDay: halfDayOf(start),
    startsAt: start.toISOString(),
    endsAt: end.toISOString(),
    numberType,
    feeFen: feeOf(read.extension),
  };
}

export function toSchedule(value: ScheduleValue): FhirResource {
  const actor = [{ reference: `HealthcareService/${value.departmentHisId}` }];
  if (value.roleHisId) actor.push({ reference: `PractitionerRole/${value.roleHisId}` });
  if (value.practitionerHisId) actor.push({ reference: `Practitioner/${value.practitionerHisId}` });
  return {
    resourceType: 'Schedule',
    id: value.hisId,
    meta: { versionId: value.version, lastUpdated: value.lastUpdated },
    extension: [{ url: extensions.fee, valueMoney: { value: value.feeFen / 100, currency: 'CNY' } }],
    active: value.active,
    serviceType: [{ coding: [{ system: systems.numberType, code: value.numberType }] }],
    actor,
    planningHorizon: { start: value.startsAt, end: value.endsAt },
    ...(value.stopReason ? { comment: value.stopReason } : {}),
  };
}
