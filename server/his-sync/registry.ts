import { createHisClient, type HisClient } from '#fhir/client/his-client.ts';
import type { Services } from '../kernel/context.ts';

export type Endpoint = {
  facilityId: string;
  baseUrl: string;
  credentialSealed: string | null;
  enabled: boolean;
  allowPrivate: boolean;
  maxConcurrency: number;
  timeoutMs: number;
  maxBodyBytes: number;
  failures: number;
  nextTryAt: Date | null;
};

/** The registered endpoint of a hospital, or null. */
export async function findEndpoint(services: Pick<Services, 'db'>, facilityId: string): Promise<Endpoint | null> {
  const { rows } = await services.db.pool.query<Endpoint>({
    name: 'find-his-endpoint',
    text: `select facility_id as "facilityId", base_url as "baseUrl", credential_sealed as "credentialSealed", enabled,
             allow_private as "allowPrivate", max_concurrency as "maxConcurrency", timeout_ms as "timeoutMs",
             max_body_bytes as "maxBodyBytes", failures, next_try_at as "nextTryAt"
           from his_endpoints where facility_id = $1`,
    values: [facilityId],
  });
  return rows[0] ?? null;
}

type Kept = { settings: string; client: HisClient };
/** Connections are kept per process; nothing of a hospital's state is. */
const clients = new WeakMap<Services['db'], Map<string, Kept>>();

/** The guarded client of a hospital; a changed address, key or limit makes a new one. */
export function clientOf(services: Pick<Services, 'db' | 'sealing'>, endpoint: Endpoint): HisClient {
  const { facilityId, baseUrl, credentialSealed, allowPrivate, maxConcurrency, timeoutMs, maxBodyBytes } = endpoint;
  const settings = JSON.stringify([baseUrl, credentialSealed, allowPrivate, maxConcurrency, timeoutMs, maxBodyBytes]);
  const kept = clients.get(services.db) ?? new Map<string, Kept>();
  clients.set(services.db, kept);
  const found = kept.get(facilityId);
  if (found?.settings === settings) return found.client;
  found?.client.close();
  const token = credentialSealed ? services.sealing.open(credentialSealed) : null;
  const client = createHisClient({
    code: facilityId,
    baseUrl,
    token,
    allowPrivate,
    maxConcurrency,
    timeoutMs,
    maxBodyBytes,
  });
  kept.set(facilityId, { settings, client });
  return client;
}

/** Closes what a process (or a test) has kept open. */
export function closeClients(services: Pick<Services, 'db'>): void {
  for (const { client } of clients.get(services.db)?.values() ?? []) client.close();
  clients.delete(services.db);
}
