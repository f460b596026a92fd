import type { Tx } from '../../kernel/transaction.ts';
import type { Stamp } from '../rules.ts';
import type { Verdict } from './rules.ts';

export type SourcePatient = Stamp & {
  sourceId: string;
  residentId: string;
  state: Verdict['state'];
  /** A person decided into whose record this patient belongs. */
  decidedByHand: boolean;
};

/** A hospital's patients by its own ids, locked. */
export async function lockSourcePatients(
  tx: Tx,
  facilityId: string,
  sourceIds: string[],
): Promise<Map<string, SourcePatient>> {
  const { rows } = await tx.client.query<SourcePatient>({
    name: 'lock-source-patients',
    text: `select source_id as "sourceId", resident_id as "residentId", state, decided_by_hand as "decidedByHand",
             source_version as version, source_updated as updated
           from source_patients where facility_id = $1 and source_id = any($2) order by source_id for update`,
    values: [facilityId, sourceIds],
  });
  return new Map(rows.map((row) => [row.sourceId, row]));
}

/** Into whose record a hospital's patients belong, by its own ids. */
export async function findResidents(tx: Tx, facilityId: string, sourceIds: string[]): Promise<Map<string, string>> {
  const { rows } = await tx.client.query<{ sourceId: string; residentId: string }>({
    name: 'find-residents-of-patients',
    text: `select source_id as "sourceId", resident_id as "residentId" from source_patients
           where facility_id = $1 and source_id = any($2)`,
    values: [facilityId, sourceIds],
  });
  return new Map(rows.map((row) => [row.sourceId, row.residentId]));
}

/** Names under which residents are known: registered here, and at other hospitals whose patients are linked. */
export async function findKnownNames(
  tx: Tx,
  facilityId: string,
  residentIds: string[],
): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>();
  if (residentIds.length === 0) return names;
  const registered = await tx.client.query<{ id: string; name: string }>({
    name: 'find-registered-names',
    text: 'select id, name from residents where id = any($1)',
    values: [residentIds],
  });
  const elsewhere = await tx.client.query<{ id: string; name: string }>({
    name: 'find-names-elsewhere',
    text: `select resident_id as id, name from source_patients
           where resident_id = any($1) and state = 'linked' and facility_id <> $2`,
    values: [residentIds, facilityId],
  });
  for (const { id, name } of [...registered.rows, ...elsewhere.rows]) names.set(id, [...(names.get(id) ?? []), name]);
  return names;
}

type PatientRow = Stamp & {
  sourceId: string;
  residentId: string;
  state: Verdict['state'];
  name: string;
  sex: string;
  birthDate: string;
  idSealed: string | null;
  idMasked: string;
  phoneHashes: string[];
  birthOrder: number | null;
  seenAt: Date;
};

export async function writeSourcePatients(tx: Tx, facilityId: string, rows: readonly PatientRow[]): Promise<void> {
  const column = <K extends keyof PatientRow>(key: K) => rows.map((one) => one[key]);
  await tx.client.query({
    name: 'write-source-patients',
    text: `insert into source_patients (facility_id, source_id, resident_id, state, name, sex, birth_date, id_sealed, id_masked,
             phone_hashes, birth_order, source_version, source_updated, seen_at)
           select $1, source, resident, state, name, sex, birth, sealed, masked,
             case when phones = '' then '{}' else string_to_array(phones, ' ') end, birth_order, version, updated, seen
           from unnest($2::text[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
             $10::text[], $11::int[], $12::text[], $13::timestamptz[], $14::timestamptz[])
             as n (source, resident, state, name, sex, birth, sealed, masked, phones, birth_order, version, updated, seen)
           on conflict (facility_id, source_id) do update set resident_id = excluded.resident_id, state = excluded.state,
             name = excluded.name, sex = excluded.sex, birth_date = excluded.birth_date, id_sealed = excluded.id_sealed,
             id_masked = excluded.id_masked, phone_hashes = excluded.phone_hashes, birth_order = excluded.birth_order,
             source_version = excluded.source_version, source_updated = excluded.source_updated, seen_at = excluded.seen_at`,
    values: [
      ...[facilityId, column('sourceId'), column('residentId'), column('state'), column('name'), column('sex')],
      ...[column('birthDate'), column('idSealed'), column('idMasked'), rows.map((one) => one.phoneHashes.join(' '))],
      ...[column('birthOrder'), column('version'), column('updated'), column('seenAt')],
    ],
  });
}

type LinkRow = { id: string; sourceId: string; residentId: string } & Verdict;

/** One row a decision, with the comparisons it rests on. */
export async function writeLinks(tx: Tx, facilityId: string, rows: readonly LinkRow[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  await tx.client.query({
    name: 'write-identity-links',
    text: `insert into identity_links (facility_id, id, source_id, resident_id, verdict, rule, evidence, decided_by, decided_at)
           select $1, id, source, resident, verdict, rule, evidence::jsonb, 'rule', $8
           from unnest($2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::text[])
             as n (id, source, resident, verdict, rule, evidence)`,
    values: [
      facilityId,
      rows.map((one) => one.id),
      rows.map((one) => one.sourceId),
      rows.map((one) => one.residentId),
      rows.map((one) => one.state),
      rows.map((one) => one.rule),
      rows.map((one) => JSON.stringify(one.evidence)),
      now,
    ],
  });
}
