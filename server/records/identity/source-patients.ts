import type { Tx } from '../../kernel/transaction.ts';
import type { Stamp } from '../rules.ts';
import type { Decision } from './match/decide.ts';
import type { IdentityFacts } from './match/portrait.ts';

export type SourcePatient = Stamp & {
  sourceId: string;
  residentId: string;
  state: Decision['state'];
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

type PatientRow = Stamp &
  Omit<IdentityFacts, 'idNumber'> & {
    sourceId: string;
    residentId: string;
    state: Decision['state'];
    settled: boolean;
    idSealed: string | null;
    idMasked: string;
    keys: string[];
    seenAt: Date;
  };

// Lists inside a row travel as one text, since Postgres takes no array of arrays of unequal length.
const separator = '\u001f';
const listOf = (column: string, type = 'text') =>
  `case when ${column} = '' then '{}' else string_to_array(${column}, E'\\x1f') end::${type}[]`;

/** Writes what is known of patients now; a patient known before is replaced. */
export async function writeSourcePatients(tx: Tx, facilityId: string, rows: readonly PatientRow[]): Promise<void> {
  const column = <K extends keyof PatientRow>(key: K) => rows.map((one) => one[key]);
  const lists = (key: 'phones' | 'otherNames' | 'kin' | 'kinNumbers' | 'keys') =>
    rows.map((one) => one[key].join(separator));
  await tx.client.query({
    name: 'write-source-patients',
    text: `insert into source_patients (facility_id, source_id, resident_id, state, settled, name, sex, birth_date, id_sealed, id_masked,
             address, birth_order, source_version, source_updated, seen_at, phone_hashes, other_names, kin, kin_hashes, keys)
           select $1, source, resident, state, settled, name, sex, birth, sealed, masked, address, birth_order, version, updated, seen,
             ${listOf('phones')}, ${listOf('names')}, ${listOf('kin')}, ${listOf('kin_hashes')}, ${listOf('keys', 'bigint')}
           from unnest($2::text[], $3::uuid[], $4::text[], $5::bool[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[],
             $11::text[], $12::int[], $13::text[], $14::timestamptz[], $15::timestamptz[], $16::text[], $17::text[], $18::text[],
             $19::text[], $20::text[])
             as n (source, resident, state, settled, name, sex, birth, sealed, masked, address, birth_order, version, updated, seen,
               phones, names, kin, kin_hashes, keys)
           on conflict (facility_id, source_id) do update set resident_id = excluded.resident_id, state = excluded.state,
             settled = excluded.settled, name = excluded.name, sex = excluded.sex, birth_date = excluded.birth_date,
             id_sealed = excluded.id_sealed, id_masked = excluded.id_masked, address = excluded.address,
             birth_order = excluded.birth_order, source_version = excluded.source_version,
             source_updated = excluded.source_updated, seen_at = excluded.seen_at, phone_hashes = excluded.phone_hashes,
             other_names = excluded.other_names, kin = excluded.kin, kin_hashes = excluded.kin_hashes, keys = excluded.keys`,
    values: [
      ...[facilityId, column('sourceId'), column('residentId'), column('state'), column('settled'), column('name')],
      ...[column('sex'), column('birthDate'), column('idSealed'), column('idMasked'), column('address')],
      ...[column('birthOrder'), column('version'), column('updated'), column('seenAt')],
      ...[lists('phones'), lists('otherNames'), lists('kin'), lists('kinNumbers'), lists('keys')],
    ],
  });
}

type LinkRow = Pick<Decision, 'state' | 'score' | 'evidence'> & {
  id: string;
  sourceId: string;
  residentId: string;
  rule: string;
};

/** One row a decision, with the comparisons it rests on and who made it: a rule, or an account. */
export async function writeLinks(
  tx: Tx,
  facilityId: string,
  rows: readonly LinkRow[],
  now: Date,
  by = 'rule',
): Promise<void> {
  if (rows.length === 0) return;
  await tx.client.query({
    name: 'write-identity-links',
    text: `insert into identity_links (facility_id, id, source_id, resident_id, verdict, rule, score, evidence, decided_by, decided_at)
           select $1, id, source, resident, verdict, rule, score, evidence::jsonb, $9, $10
           from unnest($2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::numeric[], $8::text[])
             as n (id, source, resident, verdict, rule, score, evidence)`,
    values: [
      facilityId,
      rows.map((one) => one.id),
      rows.map((one) => one.sourceId),
      rows.map((one) => one.residentId),
      rows.map((one) => one.state),
      rows.map((one) => one.rule),
      rows.map((one) => one.score),
      rows.map((one) => JSON.stringify(one.evidence)),
      by,
      now,
    ],
  });
}
