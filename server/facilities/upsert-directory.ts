import { readingOf } from '#db/seed/pinyin.ts';
import type { Tx } from '../kernel/transaction.ts';
import { departmentIds } from './directory-rules.ts';

/** A department as the hospital's own system names it. */
export type HisDepartment = { hisId: string; catalogCode: string; name: string; place: string };
export type Misfit = { hisId: string; reason: string };

/**
 * Takes over departments of one hospital; unchanged rows are not touched. Returns those that cannot be placed:
 * their code is not in the national catalogue.
 */
export async function upsertDepartments(tx: Tx, facilityId: string, given: HisDepartment[]): Promise<Misfit[]> {
  if (given.length === 0) return [];
  const { rows: catalog } = await tx.client.query<{ code: string }>(
    'select code from department_catalog where code = any($1)',
    [given.map((d) => d.catalogCode)],
  );
  const codes = new Set(catalog.map((row) => row.code));
  const { rows: known } = await tx.client.query<{ id: string; hisId: string | null }>(
    'select id, his_id as "hisId" from departments where facility_id = $1',
    [facilityId],
  );
  const placed = departmentIds(
    facilityId,
    known,
    given.filter((d) => codes.has(d.catalogCode)),
  );
  const readings = placed.map((d) => readingOf(d.name));
  await tx.client.query(
    `insert into departments (id, facility_id, catalog_code, name, place, his_id, pinyin, initials)
     select id, $1, code, name, place, his, pinyin, initials
     from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
       as n (id, code, name, place, his, pinyin, initials)
     on conflict (id) do update set name = excluded.name, pinyin = excluded.pinyin, initials = excluded.initials,
       place = case when excluded.place <> '' then excluded.place else departments.place end, his_id = excluded.his_id
     where (departments.name, departments.place, departments.his_id) is distinct from (excluded.name, excluded.place, excluded.his_id)`,
    [
      facilityId,
      ...[placed.map((d) => d.id), placed.map((d) => d.catalogCode), placed.map((d) => d.name)],
      ...[placed.map((d) => d.place), placed.map((d) => d.hisId)],
      ...[readings.map((r) => r.pinyin), readings.map((r) => r.initials)],
    ],
  );
  return given.flatMap((d) => {
    return codes.has(d.catalogCode)
      ? []
      : [{ hisId: d.hisId, reason: 'specialty: code is not in the national catalogue' }];
  });
}
