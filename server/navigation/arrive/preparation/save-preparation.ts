import type { z } from 'zod';
import { recordAudit } from '../../../audit/record-audit.ts';
import type { ContextOf } from '../../../kernel/context.ts';
import { invalid } from '../../../kernel/errors.ts';
import { transact } from '../../../kernel/transaction.ts';
import type { savePreparationInput } from '../../schema/preparation.ts';
import { expectGuide } from '../policy.ts';
import { findTest } from './known-tests.ts';

type Input = z.infer<typeof savePreparationInput>;

/** Writes what the facility wants of its patients for one subject; the last one written holds. */
export async function savePreparation(ctx: ContextOf<'staff'>, input: Input): Promise<{ done: true }> {
  const { facilityId } = ctx.actor;
  expectGuide(ctx.actor, facilityId, 'keep-places');
  if (input.test && !findTest(input.test)) throw invalid('test-unknown');
  return transact(ctx.db, async (tx) => {
    const { rowCount } = await tx.client.query(
      `insert into preparations (facility_id, id, department_id, number_type, test, fasting_hours, early_minutes, old_results,
         companion, documents, documents_en, note, note_en, changed_by, updated_at)
       select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15
       where $3 = '' or exists (select 1 from departments where facility_id = $1 and id = $3)
       on conflict (facility_id, department_id, number_type, test) do update set fasting_hours = excluded.fasting_hours,
         early_minutes = excluded.early_minutes, old_results = excluded.old_results, companion = excluded.companion,
         documents = excluded.documents, documents_en = excluded.documents_en, note = excluded.note,
         note_en = excluded.note_en, changed_by = excluded.changed_by, updated_at = excluded.updated_at`,
      [
        ...[facilityId, ctx.ids.next(), input.departmentId, input.numberType, input.test],
        ...[input.fastingHours ?? null, input.earlyMinutes ?? null, input.oldResults ?? null, input.companion ?? null],
        ...[input.documents ?? null, input.documentsEn ?? null, input.note ?? null, input.noteEn ?? null],
        ...[ctx.actor.name, ctx.clock.now()],
      ],
    );
    if (rowCount === 0) throw invalid('department-not-found');
    await recordAudit(tx, ctx, {
      ...{ facilityId, action: 'navigation.save-preparation', subjectType: 'preparation' },
      subjectId: [input.departmentId, input.numberType, input.test].join('/'),
    });
    return { done: true };
  });
}
