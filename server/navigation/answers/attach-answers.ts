import type { z } from 'zod';
import { recordAudit } from '../../audit/record-audit.ts';
import type { ContextOf } from '../../kernel/context.ts';
import { notFound, refused } from '../../kernel/errors.ts';
import { type Tx, transact } from '../../kernel/transaction.ts';
import { reachOf } from '../../residents/queries.ts';
import { wordsOf } from '../advise/ask.ts';
import { currentRules, modelVersion } from '../advise/current-rules.ts';
import { shownOf } from '../advise/rules.ts';
import type { AnswersView, attachAnswersInput } from '../schema/answers.ts';
import { understand } from '../understand/understand.ts';
import { findOwnAnswers } from './queries.ts';
import { keepDaysAfterVisit, takesAnswers } from './rules.ts';

type Wish = z.infer<typeof attachAnswersInput>;
type Visit = { residentId: string; status: string; windowEnd: Date };

/**
 * Attaches what the resident told to one booked visit, for that facility's doctor, sealed and for a time (E20).
 * The advice is worked out again here, so that nobody can claim another. Repeating it replaces the answers.
 */
export async function attachAnswers(ctx: ContextOf<'resident'>, wish: Wish): Promise<AnswersView> {
  const reach = await reachOf(ctx);
  const rules = await currentRules(ctx);
  const { facts, text, added } = wish.story;
  const read = understand(wordsOf(wish.story), facts, rules);
  const advised = shownOf(read.ranked, read.terms.length > 0).map(({ code }) => code);
  await transact(ctx.db, async (tx) => {
    const visit = await lockVisit(tx, wish);
    if (!visit || !reach.includes(visit.residentId)) throw notFound('appointment');
    if (!takesAnswers(visit.status)) throw refused('visit-over');
    await tx.client.query(
      `insert into triage_answers (facility_id, appointment_id, resident_id, answers_sealed, advised, flagged, confidence,
         rules_version, model_version, agreed_by, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       on conflict (facility_id, appointment_id) do update set answers_sealed = excluded.answers_sealed,
         advised = excluded.advised, flagged = excluded.flagged, confidence = excluded.confidence,
         rules_version = excluded.rules_version, model_version = excluded.model_version, agreed_by = excluded.agreed_by,
         created_at = excluded.created_at, expires_at = excluded.expires_at`,
      [
        ...[wish.facilityId, wish.appointmentId, visit.residentId],
        ctx.sealing.seal(JSON.stringify({ facts, text, added })),
        ...[advised.join(' '), read.flags[0]?.rule.id ?? '', read.confidence, rules.version, modelVersion],
        ...[ctx.actor.accountId, ctx.clock.now()],
        new Date(visit.windowEnd.getTime() + keepDaysAfterVisit * 86_400_000),
      ],
    );
    await recordAudit(tx, ctx, {
      facilityId: wish.facilityId,
      action: 'navigation.attach-answers',
      subjectType: 'appointment',
      subjectId: wish.appointmentId,
    });
  });
  const view = await findOwnAnswers(ctx, wish);
  if (!view) throw notFound('appointment');
  return view;
}

async function lockVisit(tx: Tx, { facilityId, appointmentId }: Wish): Promise<Visit | null> {
  const { rows } = await tx.client.query<Visit>({
    name: 'lock-visit-for-answers',
    text: `select a.resident_id as "residentId", a.status, t.window_end as "windowEnd" from appointments a
           join tickets t on t.facility_id = a.facility_id and t.session_id = a.session_id and t.number = a.ticket_number
           where a.facility_id = $1 and a.id = $2 for update of a`,
    values: [facilityId, appointmentId],
  });
  return rows[0] ?? null;
}
