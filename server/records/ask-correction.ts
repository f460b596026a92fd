import type { z } from 'zod';
import { openCase } from '../cases/open-case.ts';
import { topics } from '../consents/schema.ts';
import { askAs } from '../kernel/acting.ts';
import type { ContextOf } from '../kernel/context.ts';
import { notFound } from '../kernel/errors.ts';
import { transact } from '../kernel/transaction.ts';
import { expectOwner } from '../residents/expect-owner.ts';
import type { askCorrectionInput, askedOutput } from './schema/entry.ts';

/**
 * Asks the facility that wrote an entry to look whether it is right (B27). Nothing is changed here: a correction comes
 * as a new version from its author, and every version stays. Asking again while the question is open changes nothing.
 */
export async function askCorrection(
  ctx: ContextOf<'resident'>,
  { residentId, id, question }: z.infer<typeof askCorrectionInput>,
): Promise<z.infer<typeof askedOutput>> {
  await expectOwner(ctx, residentId);
  return transact(ctx.db, async (tx) => {
    const { rows } = await askAs(tx, ctx, { asked: residentId, topics }, () =>
      tx.client.query<{ title: string; type: string; facilityId: string; at: Date | null }>(
        `select title, type, facility_id as "facilityId", starts_at as at from record_entries
         where resident_id = $1 and id = $2 and not deleted`,
        [residentId, id],
      ),
    );
    const entry = rows[0];
    if (!entry) throw notFound('record-entry');
    const about = { about: entry.title || entry.type, aboutAt: entry.at, question };
    const at = { facilityId: entry.facilityId };
    return openCase(tx, ctx, { residentId, kind: 'correction', subjectId: id, ...about, at });
  });
}
