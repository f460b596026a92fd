import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import type { catalogOutput, departmentOutput, doctorOutput, facilityOutput, regionsOutput } from '../schema.ts';
import { cardColumns, cardJoins } from './cards.ts';

type Reader = Pick<Context, 'db' | 'clock'>;
type Facility = z.infer<typeof facilityOutput>;
type Department = z.infer<typeof departmentOutput>;
type Doctor = z.infer<typeof doctorOutput>;

/** The area asked for with its ancestors, and the areas right below it. */
export async function getRegions(ctx: Reader, code: string): Promise<z.infer<typeof regionsOutput>> {
  const columns = 'code, name, level, parent_code as "parentCode"';
  const { rows: path } = await ctx.db.pool.query({
    name: 'get-region-path',
    text: `select ${columns} from regions
           where code = any(string_to_array((select rtrim(path, '/') from regions where code = $1), '/')) order by level`,
    values: [code],
  });
  if (path.length === 0) throw notFound('region');
  const { rows: children } = await ctx.db.pool.query({
    name: 'list-region-children',
    text: `select ${columns} from regions where parent_code = $1 order by code`,
    values: [code],
  });
  return { path, children };
}

async function getCard(ctx: Reader, facilityId: string): Promise<Facility['facility']> {
  const { rows } = await ctx.db.pool.query<Facility['facility']>({
    name: 'get-facility-card',
    text: `select ${cardColumns} from facilities f ${cardJoins} where f.id = $1`,
    values: [facilityId],
  });
  if (!rows[0]) throw notFound('facility');
  return rows[0];
}

/**
 * Departments with the start of the first session that still has a number to book. One query for the whole
 * facility ($3: a cluster asks its node alone): each department stops at its first such session.
 */
const departmentsWhere = (condition: string) => `
  select d.id, d.name, d.catalog_code as "catalogCode", d.place, d.summary, n.starts_at as "nextFree"
  from departments d left join lateral (
    select s.starts_at from sessions s
    where s.facility_id = $3 and s.department_id = d.id and s.date >= ($2::timestamptz at time zone 'Asia/Shanghai')::date and s.status = 'published'
      and s.release_at <= $2 and s.close_at > $2
      and exists (select 1 from tickets t where t.facility_id = s.facility_id and t.session_id = s.id
        and t.status = 'free' and t.pool = 'public' and t.window_end > $2)
    order by s.date, s.starts_at limit 1) n on true
  where ${condition} order by d.id`;

/** A facility with its departments. Hot: prepared. */
export async function getFacility(ctx: Reader, facilityId: string): Promise<Facility> {
  const facility = await getCard(ctx, facilityId);
  const { rows } = await ctx.db.pool.query<Facility['departments'][number]>({
    name: 'list-departments',
    text: departmentsWhere('d.facility_id = $1'),
    values: [facilityId, ctx.clock.now(), facilityId],
  });
  return { facility, departments: rows };
}

/** A department's id begins with its facility's. */
const facilityOf = (departmentId: string): string => departmentId.split(':')[0] ?? '';

/** A department with its doctors, the most senior first. */
export async function getDepartment(ctx: Reader, departmentId: string): Promise<Department> {
  const { rows } = await ctx.db.pool.query<Department['department']>({
    name: 'get-department',
    text: departmentsWhere('d.id = $1'),
    values: [departmentId, ctx.clock.now(), facilityOf(departmentId)],
  });
  const department = rows[0];
  if (!department) throw notFound('department');
  const { rows: doctors } = await ctx.db.pool.query<Department['doctors'][number]>({
    name: 'list-department-doctors',
    text: `select p.id, p.name, p.title, p.skills from practitioner_roles r join practitioners p on p.id = r.practitioner_id
           where r.department_id = $1 and (r.valid_to is null or r.valid_to >= current_date)
           order by array_position(array['主任医师', '副主任医师', '主治医师'], p.title) nulls last, p.pinyin, p.id`,
    values: [departmentId],
  });
  return { facility: await getCard(ctx, facilityOf(departmentId)), department, doctors };
}

/** A doctor at all places where that person works now (B8: one person, several roles). */
export async function getDoctor(ctx: Reader, practitionerId: string): Promise<Doctor> {
  const { rows } = await ctx.db.pool.query<Doctor>({
    name: 'get-doctor',
    text: `select p.id, p.name, p.title, p.skills, coalesce((
             select json_agg(json_build_object('facilityId', f.id, 'facilityName', f.name, 'departmentId', d.id,
               'departmentName', d.name) order by r.valid_from, d.id)
             from practitioner_roles r join departments d on d.id = r.department_id join facilities f on f.id = r.facility_id
             where r.practitioner_id = p.id and (r.valid_to is null or r.valid_to >= current_date)), '[]') as roles
           from practitioners p where p.id = $1`,
    values: [practitionerId],
  });
  if (!rows[0]) throw notFound('doctor');
  return rows[0];
}

/** The catalogue's departments that bookable hospitals have, those that most of them have first. */
export async function listCatalog(ctx: Reader): Promise<z.infer<typeof catalogOutput>> {
  const { rows } = await ctx.db.pool.query({
    name: 'list-catalog',
    text: `select c.code, c.name, c.parent_code as "parentCode", n.facilities from department_catalog c
           join (select d.catalog_code, count(*) as facilities from departments d join facilities f on f.id = d.facility_id
                 where f.bookable group by 1) n on n.catalog_code = c.code
           order by n.facilities desc, c.code`,
  });
  return rows;
}
