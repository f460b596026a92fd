import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { openCase } from '../cases/open-case.ts';
import { areaAbove } from '../cases/rules.ts';
import type { ContextOf } from '../kernel/context.ts';
import { refused } from '../kernel/errors.ts';
import { transact } from '../kernel/transaction.ts';
import { tellResident } from '../notices/tell-resident.ts';
import { findItem } from './item-queries.ts';
import { requireJudge } from './policy.ts';
import type { openedOutput, openPersonInput } from './schema.ts';

/**
 * An official opens a case to see whose a sampled visit is, on a stated ground: the person is told in the same
 * transaction, the office above judges whether it was needed, and when its clock has run out the name is gone again.
 * Asked twice it is one case.
 */
export async function openPerson(
  ctx: ContextOf<'official'>,
  { facilityId, id, ground, reason }: z.infer<typeof openPersonInput>,
): Promise<z.infer<typeof openedOutput>> {
  const item = await findItem(ctx, facilityId, id);
  requireJudge(ctx.actor, item.officePath, item.escalated);
  if (item.purpose === 'research') throw refused('research-nameless');
  const { residentId } = item;
  return transact(ctx.db, async (tx) => {
    const about = { about: ctx.actor.name, aboutAt: ctx.clock.now(), question: reason };
    const at = { regionPath: areaAbove(ctx.actor.regionPath) };
    const opened = await openCase(tx, ctx, { residentId, kind: 'review', subjectId: id, ...about, at });
    const entry = { action: 'reviews.open-person', subjectType: 'review-item', subjectId: id };
    await recordAudit(tx, ctx, { facilityId, ...entry, detail: { ground, caseId: opened.caseId } });
    if (opened.dueAt <= ctx.clock.now()) throw refused('review-case-waiting');
    if (opened.isNew) {
      const params = { office: item.officeName, facility: item.facilityName };
      await tellResident(tx, ctx, { residentId, kind: 'record-reviewed', params, link: '/records/access' });
    }
    return { until: opened.dueAt };
  });
}
