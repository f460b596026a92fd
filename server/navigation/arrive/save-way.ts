import type { z } from 'zod';
import { recordAudit } from '../../audit/record-audit.ts';
import type { ContextOf } from '../../kernel/context.ts';
import { conflict, invalid, notFound } from '../../kernel/errors.ts';
import { type Tx, transact, violated } from '../../kernel/transaction.ts';
import type { saveWayInput } from '../schema/places.ts';
import { expectGuide } from './policy.ts';

type Input = z.infer<typeof saveWayInput>;

/** Joins two places of the facility, or changes how; between two places there is one way of each kind. */
export async function saveWay(ctx: ContextOf<'staff'>, input: Input): Promise<{ id: string }> {
  const { facilityId } = ctx.actor;
  expectGuide(ctx.actor, facilityId, 'keep-places');
  if (input.fromId === input.toId) throw invalid('way-to-itself');
  const id = input.id ?? ctx.ids.next();
  const values = [
    ...[facilityId, id, input.fromId, input.toId, input.mode, input.seconds, input.oneWay],
    ...[input.there, input.thereEn, input.back, input.backEn, ctx.clock.now()],
  ];
  try {
    return await transact(ctx.db, async (tx) => {
      await expectNoTwin(tx, facilityId, { ...input, id });
      const { rowCount } = await tx.client.query(input.id ? change : add, values);
      if (rowCount === 0) throw notFound('way');
      await recordAudit(tx, ctx, {
        ...{ facilityId, action: 'navigation.save-way', subjectType: 'way', subjectId: id },
        detail: { fromId: input.fromId, toId: input.toId, mode: input.mode },
      });
      return { id };
    });
  } catch (error) {
    const constraint = violated(error);
    if (constraint === 'ways_ends') throw conflict('way-exists');
    if (constraint?.endsWith('_fk')) throw notFound('place');
    throw error;
  }
}

const add = `insert into ways (facility_id, id, from_id, to_id, mode, seconds, one_way, there, there_en, back, back_en, updated_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;
const change = `update ways set from_id = $3, to_id = $4, mode = $5, seconds = $6, one_way = $7, there = $8, there_en = $9,
    back = $10, back_en = $11, updated_at = $12
  where facility_id = $1 and id = $2`;

/** Written from its other end it is the same way; both ends of a pair of one-way doors are two. */
async function expectNoTwin(tx: Tx, facilityId: string, way: Input & { id: string }): Promise<void> {
  const { rowCount } = await tx.client.query(
    `select 1 from ways where facility_id = $1 and from_id = $2 and to_id = $3 and mode = $4 and id <> $5
       and not (one_way and $6)`,
    [facilityId, way.toId, way.fromId, way.mode, way.id, way.oneWay],
  );
  if (rowCount) throw conflict('way-exists');
}
