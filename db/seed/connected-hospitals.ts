import type { ClientBase } from 'pg';
import { readDivisions } from './data-files.ts';
import { departmentsOf } from './departments.ts';
import { listHospitals } from './hospitals.ts';
import type { SeedKernel } from './kernel.ts';

/** A hospital of the sandbox, in the form of the sandbox's configuration. */
export type ConnectedHospital = {
  facilityId: string;
  code: string;
  name: string;
  kind: 'lean' | 'medplum';
  authority: 'granted' | 'confirmed';
  /** Bearer the platform sends to the hospital; `noticeToken` is the hospital's own for its notices. */
  token: string;
  noticeToken: string;
  departments: { code: string; name: string }[];
  seed: number;
  days: number;
};

export const connectedDefault = 32;
export const connectedMost = 432;
/** The demo's hospital without a system of its own: its plans, clinics and visits are the platform's. */
export const ownPlansFacility = 'H0053';
const thirdPartyCode = new Set(['H0012', 'H0023']);
const confirming = new Set(['H0003', 'H0008', 'H0019', 'H0027']);

/** The first `count` hospitals by id: the 32 provincial ones, then the counties' but one. Tokens follow from the key. */
export function connectedHospitals(count: number, hash: SeedKernel['hash'], days = 7): ConnectedHospital[] {
  if (count < 0 || count > connectedMost)
    throw new RangeError(`Between 0 and ${connectedMost} hospitals can be connected`);
  return listHospitals(readDivisions())
    .filter((hospital) => hospital.id !== ownPlansFacility)
    .slice(0, count)
    .map((hospital, i) => ({
      facilityId: hospital.id,
      code: hospital.id.toLowerCase(),
      name: hospital.name,
      kind: thirdPartyCode.has(hospital.id) ? 'medplum' : 'lean',
      authority: confirming.has(hospital.id) ? 'confirmed' : 'granted',
      token: hash('his-token', `to ${hospital.id}`),
      noticeToken: hash('his-token', `from ${hospital.id}`),
      departments: departmentsOf(hospital).map(({ code, name }) => ({ code, name })),
      seed: i + 1,
      days,
    }));
}

/**
 * Registers the sandbox's endpoints at `sandboxUrl`; those registered there already stay untouched, and an
 * endpoint outside the sandbox is never overwritten. A hospital that had plans of its own until now loses them and
 * its sessions nobody has booked: from here on its own system says when it sees patients.
 */
export async function connectHospitals(
  client: ClientBase,
  connected: ConnectedHospital[],
  sandboxUrl: string,
  kernel: SeedKernel,
): Promise<void> {
  const urlOf = (h: ConnectedHospital) => `${sandboxUrl}/his/${h.code}/fhir/r4`;
  const { rows } = await client.query<{ facility_id: string; base_url: string }>(
    'select facility_id, base_url from his_endpoints',
  );
  const registered = new Map(rows.map((row) => [row.facility_id, row.base_url]));
  const changed = connected.filter((h) => registered.get(h.facilityId) !== urlOf(h));
  if (changed.length === 0) return;
  const ids = changed.map((h) => h.facilityId);
  await client.query(
    `insert into his_endpoints (facility_id, base_url, auth_kind, credential_sealed, notice_token_hash, allow_private)
     select f, u, 'bearer', c, n, true from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as e (f, u, c, n)
     on conflict (facility_id) do update set base_url = excluded.base_url where his_endpoints.allow_private`,
    [
      ids,
      changed.map(urlOf),
      changed.map((h) => kernel.seal(h.token)),
      changed.map((h) => kernel.hash('his-notice', h.noticeToken)),
    ],
  );
  await client.query(
    'update facilities set authority = e.a from unnest($1::text[], $2::text[]) as e (f, a) where id = e.f',
    [ids, changed.map((h) => h.authority)],
  );
  const fresh = ids.filter((id) => !registered.has(id));
  if (fresh.length > 0) await dropOwnPlans(client, fresh);
}

async function dropOwnPlans(client: ClientBase, ids: string[]): Promise<void> {
  const { rows } = await client.query(
    'select distinct facility_id from session_templates where facility_id = any($1)',
    [ids],
  );
  if (rows.length === 0) return;
  const planned = [rows.map((row: { facility_id: string }) => row.facility_id)];
  const unbooked = `s.facility_id = any($1) and s.template_id is not null and not exists (
    select from appointments a where a.facility_id = s.facility_id and a.session_id = s.id)`;
  await client.query(
    `delete from tickets k using sessions s where k.facility_id = s.facility_id and k.session_id = s.id and ${unbooked}`,
    planned,
  );
  await client.query(`delete from sessions s where ${unbooked}`, planned);
  await client.query('delete from session_templates where facility_id = any($1)', planned);
  await client.query('delete from practitioner_roles where facility_id = any($1) and his_id is null', planned);
}
