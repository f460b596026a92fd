import type { z } from 'zod';
import { recordAudit } from '../../audit/record-audit.ts';
import type { ContextOf } from '../../kernel/context.ts';
import { invalid, notFound } from '../../kernel/errors.ts';
import { type Tx, transact } from '../../kernel/transaction.ts';
import type { savePlaceInput } from '../schema/places.ts';
import { expectGuide } from './policy.ts';

type Input = z.infer<typeof savePlaceInput>;

/** Adds a place, or changes one; its id stays, because it stands on the wall. Whoever saves it has looked at it. */
export async function savePlace(ctx: ContextOf<'staff'>, input: Input): Promise<{ id: string }> {
  const { facilityId } = ctx.actor;
  expectGuide(ctx.actor, facilityId, 'keep-places');
  return transact(ctx.db, async (tx) => {
    if (input.departmentId) await expectDepartment(tx, facilityId, input.departmentId);
    const id = input.id ?? ctx.ids.code().slice(0, 6);
    const values = [
      ...[facilityId, id, input.kind, input.building, input.buildingEn, input.floor, input.name, input.nameEn],
      ...[input.departmentId || null, input.lon ?? null, input.lat ?? null, input.owner, input.reviewBy],
      ctx.clock.now(),
    ];
    const { rowCount } = await tx.client.query(input.id ? change : add, values);
    if (rowCount === 0) throw notFound('place');
    await recordAudit(tx, ctx, {
      ...{ facilityId, action: input.id ? 'navigation.change-place' : 'navigation.add-place' },
      ...{ subjectType: 'place', subjectId: id, detail: { kind: input.kind, floor: input.floor } },
    });
    return { id };
  });
}

const add = `insert into places (facility_id, id, kind, building, building_en, floor, name, name_en, department_id, lon, lat,
    owner, review_by, updated_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`;
const change = `update places set kind = $3, building = $4, building_en = $5, floor = $6, name = $7, name_en = $8,
    department_id = $9, lon = $10, lat = $11, owner = $12, review_by = $13, updated_at = $14, sample = false
  where facility_id = $1 and id = $2`;

async function expectDepartment(tx: Tx, facilityId: string, departmentId: string): Promise<void> {
  const { rowCount } = await tx.client.query('select 1 from departments where facility_id = $1 and id = $2', [
    facilityId,
    departmentId,
  ]);
  if (rowCount === 0) throw invalid('department-not-found');
}
