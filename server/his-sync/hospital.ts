import type { HisClient } from '#fhir/client/his-client.ts';
import type { Context, Services } from '../kernel/context.ts';
import { hidingClient } from './hide-ids.ts';
import { clientOf, type Endpoint } from './registry.ts';

/** One hospital while we talk to it: its client, and the context in which its own changes are written. */
export type Hospital = { facilityId: string; client: HisClient; ctx: Context };

/** A hospital acts through its changes; audit rows and steps name it. */
export const hospitalOf = (services: Services, endpoint: Endpoint): Hospital => ({
  facilityId: endpoint.facilityId,
  client: hidingClient(clientOf(services, endpoint), services.sealing.speakingIds),
  ctx: {
    ...services,
    actor: { kind: 'his', facilityId: endpoint.facilityId },
    requestId: `his:${endpoint.facilityId}`,
    channel: 'his',
    internal: false,
    sidHash: null,
  },
});
