import { actorId, type Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/transaction.ts';
import type { Move } from './schema/words.ts';

type Step = {
  facilityId: string;
  findingId: string;
  move: Move | 'propose' | 'add';
  comment?: string;
  dueAt?: Date | null;
};

/** Writes who did what with a finding and with which words; such a row is never changed. */
export async function recordStep(
  tx: Tx,
  ctx: Pick<Context, 'actor' | 'clock' | 'ids'>,
  { facilityId, findingId, move, comment = '', dueAt = null }: Step,
): Promise<void> {
  const { actor } = ctx;
  const byKind = actor.kind === 'official' ? 'official' : actor.kind === 'staff' ? 'facility' : 'rule';
  await tx.client.query({
    name: 'record-review-step',
    text: `insert into review_steps (facility_id, id, finding_id, move, at, by_kind, by_id, by_name, comment, due_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [
      ...[facilityId, ctx.ids.next(), findingId, move, ctx.clock.now(), byKind, actorId(actor)],
      ...['name' in actor ? actor.name : '', comment, dueAt],
    ],
  });
}
