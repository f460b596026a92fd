import { exactText, keepExactText } from '#fhir/client/exact-text.ts';
import type { FhirResource } from '#fhir/resources/resource.ts';
import { maskIdNumbersInJson } from '../kernel/id-numbers-in-json.ts';
import { sqlState, type Tx } from '../kernel/transaction.ts';
import { isNewer, type Stamp } from '../records/rules.ts';

export type Reject = { resourceType: string; resourceId: string; version: string; reason: string; body: string };

/** What is kept of an unreadable resource. People do not belong in a fault list, so they are left out. */
export function rejectOf(resource: FhirResource, reason: string): Reject {
  const { contained: _c, participant: _p, text: _t, patientInstruction: _i, ...body } = resource;
  const meta = (resource.meta ?? {}) as { versionId?: unknown; lastUpdated?: unknown };
  return {
    resourceType: resource.resourceType,
    resourceId: keyText(resource.id),
    version: keyText(meta.versionId ?? meta.lastUpdated),
    reason: reason.slice(0, 300),
    body: storable(
      maskIdNumbersInJson(resource.resourceType === 'Appointment' ? JSON.stringify(body) : exactText(resource)),
    ),
  };
}

/** What a hospital gave for an id may be anything; a key is short text without characters that no database keeps. */
const keyText = (given: unknown): string =>
  typeof given === 'string' || typeof given === 'number'
    ? String(given).replaceAll('\u0000', '').slice(0, 64) || '-'
    : '-';

/** PostgreSQL keeps neither a null character nor half a one: in their place stands the sign for what cannot be read. */
const storable = (json: string): string =>
  json
    .replace(/\\u0000/g, '\\ufffd')
    .replace(/\\ud[89ab][0-9a-f]{2}(?!\\ud[c-f][0-9a-f]{2})/gi, '\\ufffd')
    .replace(/(?<!\\ud[89ab][0-9a-f]{2})\\ud[c-f][0-9a-f]{2}/gi, '\\ufffd');

/** Keeps what could not be read, once per version; of what cannot even be kept, that it was there, and why. */
export async function recordRejects(tx: Tx, facilityId: string, rejects: Reject[], now: Date): Promise<void> {
  if (rejects.length === 0) return;
  await tx.client.query('savepoint rejects');
  try {
    await insertRejects(tx, facilityId, rejects, now);
  } catch (error) {
    if (!sqlState(error)?.startsWith('22')) throw error;
    await tx.client.query('rollback to savepoint rejects');
    const bare = rejects.map(({ resourceType, ...one }) => {
      return { resourceType, ...one, body: JSON.stringify({ resourceType, id: one.resourceId }) };
    });
    await insertRejects(tx, facilityId, bare, now);
  }
}

async function insertRejects(tx: Tx, facilityId: string, rejects: Reject[], now: Date): Promise<void> {
  const column = <K extends keyof Reject>(key: K) => rejects.map((r) => r[key]);
  await tx.client.query({
    name: 'record-his-rejects',
    text: `insert into his_rejects (facility_id, resource_type, resource_id, version, reason, body, first_seen_at)
           select distinct on (type, id, version) $1, type, id, version, reason, body::jsonb, $7
           from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[]) as n (type, id, version, reason, body)
           on conflict (facility_id, resource_type, resource_id, version) do update set reason = excluded.reason, settled_at = null
           where his_rejects.reason <> excluded.reason or his_rejects.settled_at is not null`,
    values: [
      facilityId,
      ...[column('resourceType'), column('resourceId'), column('version'), column('reason')],
      ...[column('body'), now],
    ],
  });
}

/** A readable version came: faults of the same and of earlier versions are settled; a later version that cannot be read waits on. */
export async function settleRejects(
  tx: Tx,
  facilityId: string,
  type: string,
  read: ReadonlyMap<string, Stamp>,
  now: Date,
): Promise<void> {
  if (read.size === 0) return;
  const { rows } = await tx.client.query<{ id: string; version: string; lastUpdated: string | null }>({
    name: 'find-open-his-rejects',
    text: `select resource_id as id, version, body #>> '{meta,lastUpdated}' as "lastUpdated" from his_rejects
           where facility_id = $1 and resource_type = $2 and resource_id = any($3) and settled_at is null`,
    values: [facilityId, type, [...read.keys()]],
  });
  const settled = rows.filter(({ id, version, lastUpdated }) => {
    const seen = read.get(id);
    const told = { version, updated: new Date(lastUpdated ?? 0) };
    return seen && !isNewer(told, seen);
  });
  if (settled.length === 0) return;
  await tx.client.query({
    name: 'settle-his-rejects',
    text: `update his_rejects r set settled_at = $3 from unnest($4::text[], $5::text[]) as n (id, version)
           where r.facility_id = $1 and r.resource_type = $2 and r.resource_id = n.id and r.version = n.version`,
    values: [facilityId, type, now, settled.map((one) => one.id), settled.map((one) => one.version)],
  });
}

/** What only waited for its patient is waited for no longer; should it be told again, it is read as ever. */
export async function giveUpWaiting(
  tx: Tx,
  facilityId: string,
  given: readonly { type: string; id: string }[],
  now: Date,
): Promise<void> {
  if (given.length === 0) return;
  await tx.client.query({
    name: 'give-up-waiting-his-rejects',
    text: `update his_rejects r set settled_at = $2 from unnest($3::text[], $4::text[]) as n (type, id)
           where r.facility_id = $1 and r.resource_type = n.type and r.resource_id = n.id and r.settled_at is null
             and r.reason like '%not known here'`,
    values: [facilityId, now, given.map((one) => one.type), given.map((one) => one.id)],
  });
}

/** Open rejects of one type that only waited for something else to arrive. */
export async function listWaiting(tx: Tx, facilityId: string, type: string): Promise<FhirResource[]> {
  const { rows } = await tx.client.query<{ body: string }>({
    name: 'list-waiting-his-rejects',
    text: `select body::text as body from his_rejects where facility_id = $1 and resource_type = $2 and settled_at is null
             and reason like '%not known here' order by first_seen_at limit 1000`,
    values: [facilityId, type],
  });
  return rows.map(({ body }) => resourceFrom(body));
}

export type Place = { firstSeenAt: string; id: string; version: string };
const beginning: Place = { firstSeenAt: '-infinity', id: '', version: '' };

/** Open rejects of one type that waited for a patient who is known by now, so many at once; `next` leads to those behind. */
export async function listArrived(
  tx: Tx,
  facilityId: string,
  type: string,
  after: Place | null,
  most: number,
): Promise<{ resources: FhirResource[]; next: Place | null }> {
  const { firstSeenAt, id, version } = after ?? beginning;
  const { rows } = await tx.client.query<Place & { body: string }>({
    name: 'list-arrived-his-rejects',
    text: `select r.first_seen_at::text as "firstSeenAt", r.resource_id as id, r.version, r.body::text as body from his_rejects r
           join source_patients p on p.facility_id = r.facility_id and p.source_id =
             split_part(coalesce(r.body #>> '{subject,reference}', r.body #>> '{patient,reference}'), 'Patient/', 2)
           where r.facility_id = $1 and r.resource_type = $2 and r.settled_at is null and r.reason like '%not known here'
             and (r.first_seen_at, r.resource_id, r.version) > ($3::timestamptz, $4, $5)
           order by r.first_seen_at, r.resource_id, r.version limit $6`,
    values: [facilityId, type, firstSeenAt, id, version, most],
  });
  const last = rows.at(-1);
  return {
    resources: rows.map(({ body }) => resourceFrom(body)),
    next: last && rows.length === most ? { firstSeenAt: last.firstSeenAt, id: last.id, version: last.version } : null,
  };
}

/** A kept body as it was received, with its exact text. */
export function resourceFrom(body: string): FhirResource {
  const resource = JSON.parse(body) as FhirResource;
  keepExactText(resource, body);
  return resource;
}
