import type { z } from 'zod';
import type { Context, ContextOf } from '../../../kernel/context.ts';
import { notFound } from '../../../kernel/errors.ts';
import type { Preparation, PreparationRow, preparationBook, preparationInput } from '../../schema/preparation.ts';
import { listRooms } from '../list-place-book.ts';
import { expectGuide } from '../policy.ts';
import { knownTests } from './known-tests.ts';
import { preparationFor, preparationForTest } from './preparation-rules.ts';

type Reader = Pick<Context, 'db'>;

/** A facility's own rows: a handful. */
export async function listPreparations(ctx: Reader, facilityId: string): Promise<PreparationRow[]> {
  const { rows } = await ctx.db.pool.query<PreparationRow>({
    name: 'list-preparations',
    text: `select id, department_id as "departmentId", number_type as "numberType", test, fasting_hours as "fastingHours",
             early_minutes as "earlyMinutes", old_results as "oldResults", companion, documents,
             documents_en as "documentsEn", note, note_en as "noteEn", changed_by as "changedBy", updated_at as "updatedAt"
           from preparations where facility_id = $1 order by test, department_id, number_type`,
    values: [facilityId],
  });
  return rows;
}

/** What to do before a visit of this department and kind of number. Public, like the clinic itself. */
export async function findPreparation(ctx: Reader, input: z.infer<typeof preparationInput>): Promise<Preparation> {
  const { rows } = await ctx.db.pool.query<{ facilityId: string; catalogCode: string }>({
    name: 'preparation-department',
    text: 'select facility_id as "facilityId", catalog_code as "catalogCode" from departments where id = $1',
    values: [input.departmentId],
  });
  const department = rows[0];
  if (!department) throw notFound('department');
  const own = await listPreparations(ctx, department.facilityId);
  return preparationFor(own, { ...input, catalogCode: department.catalogCode });
}

/** The facility's rows for those who keep them, beside what holds for each department today. */
export async function listPreparationBook(ctx: ContextOf<'staff'>): Promise<z.infer<typeof preparationBook>> {
  const { facilityId } = ctx.actor;
  expectGuide(ctx.actor, facilityId, 'see-places');
  const [rows, rooms] = await Promise.all([listPreparations(ctx, facilityId), listRooms(ctx, facilityId)]);
  return {
    rows,
    departments: rooms.map(({ id, name, catalogCode }) => ({
      ...{ id, name },
      effective: preparationFor(rows, { departmentId: id, catalogCode, numberType: 'ordinary' }),
    })),
    tests: knownTests.map(({ code, name }) => ({ code, name, preparation: preparationForTest(rows, code) })),
  };
}
