import { readingOfPerson } from '#db/seed/pinyin.ts';
import type { Tx } from '../kernel/transaction.ts';
import { practitionerIdOf } from './directory-rules.ts';
import type { Misfit } from './upsert-directory.ts';

export type HisPractitioner = {
  hisId: string;
  name: string;
  sex: 'male' | 'female' | 'unknown';
  title: string;
  skills: string;
};
export type HisRole = { hisId: string; practitionerHisId: string; departmentHisId: string; active: boolean };

/** Takes over doctors of one hospital; unchanged rows are not touched, empty texts erase nothing. */
export async function upsertPractitioners(tx: Tx, facilityId: string, given: HisPractitioner[]): Promise<void> {
  if (given.length === 0) return;
  const people = [...new Map(given.map((p) => [p.hisId, p])).values()];
  const readings = people.map((p) => readingOfPerson(p.name));
  await tx.client.query(
    `insert into practitioners (id, name, sex, title, skills, pinyin, initials)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
     on conflict (id) do update set name = excluded.name, sex = excluded.sex, pinyin = excluded.pinyin,
       initials = excluded.initials, title = coalesce(nullif(excluded.title, ''), practitioners.title),
       skills = coalesce(nullif(excluded.skills, ''), practitioners.skills)
     where (practitioners.name, practitioners.sex, practitioners.title, practitioners.skills)
       is distinct from (excluded.name, excluded.sex, excluded.title, excluded.skills)`,
    [
      ...[
        people.map((p) => practitionerIdOf(facilityId, p.hisId)),
        people.map((p) => p.name),
        people.map((p) => p.sex),
      ],
      ...[people.map((p) => p.title), people.map((p) => p.skills)],
      ...[readings.map((r) => r.pinyin), readings.map((r) => r.initials)],
    ],
  );
}

/** Takes over who works in which department; a role that is no longer active ends on `today`. Returns what fits nowhere. */
export async function upsertRoles(tx: Tx, facilityId: string, given: HisRole[], today: string): Promise<Misfit[]> {
  if (given.length === 0) return [];
  const { rows: departments } = await tx.client.query<{ id: string; his_id: string }>(
    'select id, his_id from departments where facility_id = $1 and his_id = any($2)',
    [facilityId, given.map((r) => r.departmentHisId)],
  );
  const departmentOf = new Map(departments.map((d) => [d.his_id, d.id]));
  const placed = new Map(
    given.flatMap((role) => {
      const department = departmentOf.get(role.departmentHisId);
      const practitioner = practitionerIdOf(facilityId, role.practitionerHisId);
      return department ? [[`${practitioner} ${department}`, { ...role, department, practitioner }] as const] : [];
    }),
  );
  const roles = [...placed.values()];
  await tx.client.query(
    `insert into practitioner_roles (practitioner_id, department_id, facility_id, his_id, valid_to)
     select practitioner, department, $1, his, case when active then null else $2::date end
     from unnest($3::text[], $4::text[], $5::text[], $6::boolean[]) as n (practitioner, department, his, active)
     on conflict (practitioner_id, department_id) do update set his_id = excluded.his_id,
       valid_to = case when excluded.valid_to is null then null else coalesce(practitioner_roles.valid_to, excluded.valid_to) end
     where practitioner_roles.his_id is distinct from excluded.his_id
       or (practitioner_roles.valid_to is null) <> (excluded.valid_to is null)`,
    [
      ...[facilityId, today, roles.map((r) => r.practitioner), roles.map((r) => r.department)],
      ...[roles.map((r) => r.hisId), roles.map((r) => r.active)],
    ],
  );
  return given.flatMap((role) => {
    const known = departmentOf.has(role.departmentHisId);
    return known ? [] : [{ hisId: role.hisId, reason: 'healthcareService: department not known here' }];
  });
}

/** Doctors of a hospital by its own ids and by those of their roles, for reading its sessions. */
export async function findDoctors(
  tx: Tx,
  facilityId: string,
): Promise<{ roleHisId: string; practitionerId: string }[]> {
  const { rows } = await tx.client.query<{ roleHisId: string; practitionerId: string }>({
    name: 'find-his-doctors',
    text: `select his_id as "roleHisId", practitioner_id as "practitionerId" from practitioner_roles
           where facility_id = $1 and his_id is not null`,
    values: [facilityId],
  });
  return rows;
}
