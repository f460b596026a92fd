import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { askAs } from '../kernel/acting.ts';
import { actorId, type ContextOf } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { tellResident } from '../notices/tell-resident.ts';
import { mayAnswer } from './policy.ts';
import { outcomesOf } from './rules.ts';
import type { answerInput, CaseKind } from './schema.ts';

type Answerer = ContextOf<'staff'> | ContextOf<'official'>;
type Row = { kind: CaseKind; stage: string; facilityId: string | null; regionPath: string; looker: string | null };

/**
 * The officer of the facility, or an official once its time ran out, answers in words that the person reads; nobody
 * about a look of their own. A case is answered once; the second answer is refused by name.
 */
export async function answerCase(
  ctx: Answerer,
  { residentId, caseId, outcome, answer }: z.infer<typeof answerInput>,
): Promise<{ done: true }> {
  await transact(ctx.db, async (tx) => {
    const { rows } = await askAs(tx, ctx, { asked: residentId }, () =>
      tx.client.query<Row>(
        `select c.kind, c.stage, c.facility_id as "facilityId", c.region_path as "regionPath",
         case when c.kind = 'review' then c.opened_by else
           (select e.actor_id from access_events e where e.resident_id = c.resident_id and e.id = c.subject_id) end as looker
       from cases c where c.resident_id = $1 and c.id = $2 for update of c`,
        [residentId, caseId],
      ),
    );
    const found = rows[0];
    if (!found || !mayAnswer(ctx.actor, found)) throw notFound('case');
    if (found.looker === ctx.actor.accountId) throw refused('case-own-look');
    if (found.stage === 'closed') throw refused('case-answered');
    if (!outcomesOf[found.kind].includes(outcome)) throw refused('case-outcome');
    const answeredAs = await officeOf(tx, ctx);
    await askAs(tx, ctx, { asked: residentId }, () =>
      tx.client.query(
        `update cases set stage = 'closed', answered_at = $3, answered_by = $4, answered_as = $5, outcome = $6, answer = $7
       where resident_id = $1 and id = $2`,
        [residentId, caseId, ctx.clock.now(), actorId(ctx.actor), answeredAs, outcome, answer],
      ),
    );
    const { facilityId, kind } = found;
    const entry = { action: `cases.answer-${kind}`, subjectType: 'case', subjectId: caseId };
    await recordAudit(tx, ctx, { facilityId, ...entry, detail: { outcome } });
    const params = { office: answeredAs, case: kind, outcome };
    await tellResident(tx, ctx, { residentId, kind: 'case-answered', params, link: '/records/cases' });
  });
  return { done: true };
}

/** The person reads which office answers; the name of who wrote it stays in the audit row. */
async function officeOf(tx: Tx, { actor }: Answerer): Promise<string> {
  const { rows } = await tx.client.query<{ name: string }>(
    actor.kind === 'staff' ? 'select name from facilities where id = $1' : 'select name from regions where code = $1',
    [actor.kind === 'staff' ? actor.facilityId : actor.regionCode],
  );
  return rows[0]?.name ?? '';
}
