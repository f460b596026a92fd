import type { Context } from '../kernel/context.ts';
import type { Known } from './deidentify.ts';

/** Of a person, what a sheet tells, and what it must not tell. */
export type Subject = Known & { sex: 'male' | 'female' | 'unknown'; birthDate: string; county: string };
type Reads = Pick<Context, 'db'>;
type Told = { name: string; sex: Subject['sex']; birthDate: string };

/**
 * Sex, birth date and county of a person, as signed up or else as the hospital has it, with every name and address
 * that is known, so that they can be taken out of what a hospital wrote.
 */
export async function findSubject(
  ctx: Reads,
  { residentId, facilityId }: { residentId: string; facilityId: string },
  sourceId: string,
): Promise<Subject> {
  const [person, kin, patient] = await Promise.all([
    findSignedUp(ctx, residentId),
    findKin(ctx, residentId),
    findPatient(ctx, facilityId, sourceId),
  ]);
  const names = [person?.name, patient?.name, ...(patient?.otherNames ?? []), ...(patient?.kin ?? []), ...kin];
  return {
    sex: person?.sex ?? patient?.sex ?? 'unknown',
    birthDate: person?.birthDate ?? patient?.birthDate ?? '',
    county: person?.county ?? '',
    names: names.filter((one) => one !== undefined),
    addresses: patient?.address ? [patient.address] : [],
  };
}

async function findSignedUp({ db }: Reads, residentId: string) {
  const { rows } = await db.pool.query<Told & { county: string | null }>({
    name: 'find-review-subject',
    text: `select r.name, r.sex, r.birth_date::text as "birthDate",
             (select c.name from regions g join regions c on c.level = 3 and starts_with(g.path, c.path)
              where g.code = r.region_code limit 1) as county
           from residents r where r.id = $1`,
    values: [residentId],
  });
  return rows[0];
}

async function findKin({ db }: Reads, residentId: string): Promise<string[]> {
  const { rows } = await db.pool.query<{ name: string }>({
    name: 'find-review-kin',
    text: `select r.name from residents r where r.id in (
             select member_id from family_links where resident_id = $1 union
             select resident_id from family_links where member_id = $1)`,
    values: [residentId],
  });
  return rows.map((row) => row.name);
}

async function findPatient({ db }: Reads, facilityId: string, sourceId: string) {
  const { rows } = await db.pool.query<Told & { otherNames: string[]; kin: string[]; address: string }>({
    name: 'find-review-patient',
    text: `select name, sex, birth_date as "birthDate", other_names as "otherNames", kin, address
           from source_patients where facility_id = $1 and source_id = $2`,
    values: [facilityId, sourceId],
  });
  return rows[0];
}
