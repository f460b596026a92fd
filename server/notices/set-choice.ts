import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { askAs } from '../kernel/acting.ts';
import type { ContextOf } from '../kernel/context.ts';
import { refused } from '../kernel/errors.ts';
import { transact } from '../kernel/transaction.ts';
import type { setChoiceInput } from './schema.ts';

/**
 * Sets one type and channel for the account holder and those of `residentIds` who have no account of their own
 * (a child, an old parent). Mandatory messages have no such switch. Repeating it changes nothing.
 */
export async function setChoice(
  ctx: ContextOf<'resident'>,
  residentIds: string[],
  { type, channel, wanted }: z.infer<typeof setChoiceInput>,
): Promise<void> {
  const holderId = ctx.actor.residentId;
  if (!holderId) throw refused('register-first');
  if (channel === 'wechat') throw refused('wechat-not-connected');
  const { rows } = await ctx.db.pool.query<{ id: string }>(
    `select resident_id as id from accounts where resident_id = any($1::uuid[]) and kind = 'resident' and disabled_at is null`,
    [residentIds],
  );
  const others = new Set(rows.map((row) => row.id).filter((id) => id !== holderId));
  await transact(ctx.db, async (tx) => {
    await askAs(tx, ctx, {}, () =>
      tx.client.query(
        `insert into notice_choices (resident_id, type, channel, wanted, changed_at)
       select r.id, $2, $3, $4, $5 from unnest($1::uuid[]) r (id)
       on conflict (resident_id, type, channel) do update set wanted = excluded.wanted, changed_at = excluded.changed_at`,
        [residentIds.filter((id) => !others.has(id)), type, channel, wanted, ctx.clock.now()],
      ),
    );
    await recordAudit(tx, ctx, {
      facilityId: null,
      action: 'notices.choose',
      subjectType: 'resident',
      subjectId: holderId,
      detail: { type, channel, wanted },
    });
  });
}
