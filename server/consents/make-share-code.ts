import { randomInt } from 'node:crypto';
import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { askAs } from '../kernel/acting.ts';
import { regionDay } from '../kernel/clock.ts';
import type { ContextOf } from '../kernel/context.ts';
import { refused } from '../kernel/errors.ts';
import { transact } from '../kernel/transaction.ts';
import { expectOwner } from '../residents/expect-owner.ts';
import { accessRulesOn } from './rules.ts';
import type { madeShareCode, makeShareCodeInput } from './schema.ts';

/** No letters or digits that look alike: the code is read aloud. 31^8, and only clinicians may try. */
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

export const plainCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** A code for a clinician, valid for some hours. It is told once and kept as a keyed hash; each call makes another. */
export async function makeShareCode(
  ctx: ContextOf<'resident'>,
  { residentId, hours }: z.infer<typeof makeShareCodeInput>,
): Promise<z.infer<typeof madeShareCode>> {
  await expectOwner(ctx, residentId);
  const now = ctx.clock.now();
  const allowed: readonly number[] = accessRulesOn(regionDay(now)).shareHours;
  if (!allowed.includes(hours)) throw refused('share-hours', { params: { hours: allowed.join(' / ') } });
  const code = Array.from({ length: 8 }, () => letters.charAt(randomInt(letters.length))).join('');
  const until = new Date(now.getTime() + hours * 3_600_000);
  await transact(ctx.db, async (tx) => {
    const id = ctx.ids.next();
    await askAs(tx, ctx, { asked: residentId }, () =>
      tx.client.query(
        'insert into share_codes (resident_id, id, code_hash, created_at, until) values ($1, $2, $3, $4, $5)',
        [residentId, id, ctx.sealing.hash('share-code', code), now, until],
      ),
    );
    const entry = { action: 'consents.share', subjectType: 'resident', subjectId: residentId };
    await recordAudit(tx, ctx, { facilityId: null, ...entry, detail: { codeId: id, hours } });
  });
  return { code: `${code.slice(0, 4)}-${code.slice(4)}`, until };
}
