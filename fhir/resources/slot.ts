import { z } from 'zod';
import { systems } from '../systems.ts';
import {
  type FhirResource,
  identifier,
  instant,
  lastUpdatedOf,
  readAs,
  reference,
  referencedId,
  resourceSchema,
  UnreadableResource,
  versionOf,
} from './resource.ts';

export type SlotStatus = 'free' | 'held' | 'busy' | 'suspended';

/** 号: one numbered ticket of a session with its estimated window (ISO instants in UTC). */
export type SlotValue = {
  hisId: string;
  version: string;
  lastUpdated: string;
  scheduleHisId: string;
  number: number;
  start: string;
  end: string;
  status: SlotStatus;
};

const codes = ['free', 'busy', 'busy-tentative', 'busy-unavailable', 'entered-in-error'] as const;
const schema = resourceSchema('Slot', {
  identifier: z.array(identifier).optional(),
  schedule: reference,
  status: z.enum(codes),
  start: instant,
  end: instant,
});

// A ticket issued by mistake cannot be had, which is all that 'suspended' says.
const statusOf: Record<(typeof codes)[number], SlotStatus> = {
  free: 'free',
  busy: 'busy',
  'busy-tentative': 'held',
  'busy-unavailable': 'suspended',
  'entered-in-error': 'suspended',
};

export const slotCodes: Record<SlotStatus, string> = {
  free: 'free',
  held: 'busy-tentative',
  busy: 'busy',
  suspended: 'busy-unavailable',
};

export function fromSlot(resource: unknown): SlotValue {
  const read = readAs(schema, resource);
  const scheduleHisId = referencedId('Schedule', read.schedule.reference);
  if (!scheduleHisId) throw new UnreadableResource('schedule: not a reference to a Schedule');
  const text = read.identifier?.find((one) => one.system === systems.ticketNumber)?.value;
  if (!text) throw new UnreadableResource('identifier: no ticket number');
  const number = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (number < 1) throw new UnreadableResource('identifier: ticket number is not a positive number');
  const start = new Date(read.start);
  const end = new Date(read.end);
  if (!(start < end)) throw new UnreadableResource('end: not after start');
  return {
    hisId: read.id,
    version: versionOf(read),
    lastUpdated: lastUpdatedOf(read),
    scheduleHisId,
    number,
    start: start.toISOString(),
    end: end.toISOString(),
    status: statusOf[read.status],
  };
}

export function toSlot(value: SlotValue): FhirResource {
  return {
    resourceType: 'Slot',
    id: value.hisId,
    meta: { versionId: value.version, lastUpdated: value.lastUpdated },
    identifier: [{ system: systems.ticketNumber, value: String(value.number) }],
    schedule: { reference: `Schedule/${value.scheduleHisId}` },
    status: slotCodes[value.status],
    start: value.start,
    end: value.end,
  };
}
