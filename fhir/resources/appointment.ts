import { z } from 'zod';
import { systems } from '../systems.ts';
import {
  concept,
  type FhirResource,
  identifier,
  readAs,
  reference,
  referencedId,
  resourceSchema,
  versionOf,
} from './resource.ts';

/** What a hospital is told of a booking: enough to greet the person at the desk, no whole number of any kind. */
export type AppointmentValue = {
  platformId: string;
  code: string;
  slotHisId: string;
  residentName: string;
  residentIdMasked: string;
  phoneMasked: string;
  status: 'held' | 'booked' | 'cancelled' | 'arrived';
  start: string;
  end: string;
  created: string;
  cancelReason?: string;
};

/** What a hospital answers. 'pending' waits for its word; 'rejected' is its no to something that was pending. */
export type AppointmentNews = {
  hisId: string;
  version: string;
  platformId: string | null;
  status: 'pending' | 'booked' | 'cancelled' | 'rejected' | 'arrived' | 'noshow';
  slotHisId: string | null;
  reason: string | null;
};

const codes = {
  proposed: 'pending',
  pending: 'pending',
  waitlist: 'pending',
  booked: 'booked',
  arrived: 'arrived',
  'checked-in': 'arrived',
  fulfilled: 'arrived',
  cancelled: 'cancelled',
  'entered-in-error': 'cancelled',
  noshow: 'noshow',
} as const;
const schema = resourceSchema('Appointment', {
  status: z.enum(Object.keys(codes) as (keyof typeof codes)[]),
  identifier: z.array(identifier).optional(),
  slot: z.array(reference).optional(),
  cancelationReason: concept.optional(),
  participant: z.array(z.object({ status: z.string().optional() })).optional(),
});

const statusCodes: Record<AppointmentValue['status'], string> = {
  held: 'pending',
  booked: 'booked',
  cancelled: 'cancelled',
  arrived: 'arrived',
};

export function fromAppointment(resource: unknown): AppointmentNews {
  const read = readAs(schema, resource);
  const status = codes[read.status];
  const declined = read.participant?.some((one) => one.status === 'declined') ?? false;
  return {
    hisId: read.id,
    version: versionOf(read),
    platformId: read.identifier?.find((one) => one.system === systems.platformAppointment)?.value ?? null,
    status: status === 'cancelled' && declined ? 'rejected' : status,
    slotHisId: read.slot?.map((one) => referencedId('Slot', one.reference)).find(Boolean) ?? null,
    reason: read.cancelationReason?.text ?? read.cancelationReason?.coding?.[0]?.display ?? null,
  };
}

/** `hisId` is given for an update; a create leaves the id to the hospital. */
export function toAppointment(value: AppointmentValue, hisId?: string): FhirResource {
  const patient = {
    resourceType: 'Patient',
    id: 'resident',
    identifier: [{ system: systems.maskedId, value: value.residentIdMasked }],
    name: [{ text: value.residentName }],
    telecom: [{ system: 'phone', value: value.phoneMasked }],
  };
  return {
    resourceType: 'Appointment',
    ...(hisId ? { id: hisId } : {}),
    contained: [patient],
    identifier: [
      { system: systems.platformAppointment, value: value.platformId },
      { system: systems.proofCode, value: value.code },
    ],
    status: statusCodes[value.status],
    // app-4: a reason may stand only on what is cancelled
    ...(value.status === 'cancelled' && value.cancelReason ? { cancelationReason: { text: value.cancelReason } } : {}),
    start: value.start,
    end: value.end,
    slot: [{ reference: `Slot/${value.slotHisId}` }],
    created: value.created,
    participant: [
      {
        actor: { reference: '#resident', display: value.residentName },
        required: 'required',
        status: value.status === 'held' ? 'tentative' : 'accepted',
      },
    ],
  };
}

/** The condition that makes repeating a create harmless. */
export function sameAppointment(platformId: string): string {
  return `identifier=${encodeURIComponent(`${systems.platformAppointment}|${platformId}`)}`;
}
