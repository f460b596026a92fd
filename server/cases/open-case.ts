import { recordAudit } from '../audit/record-audit.ts';
import { askAs } from '../kernel/acting.ts';
import { actorId, type Context } from '../kernel/context.ts';
import { notFound } from '../kernel/errors.ts';
import type { Tx } from '../kernel/transaction.ts';
import { dueFrom } from './rules.ts';
import type { CaseKind } from './schema.ts';

export type CaseWish = {
  residentId: string;
  kind: CaseKind;
  subjectId: string;
  about: string;
  aboutAt: Date | null;
  question: string;
  /** Whose officer answers; a look by an official goes to the officials above, in `regionPath`. */
  at: { facilityId: string } | { regionPath: string };
};

export type OpenedCase = { caseId: string; dueAt: Date; isNew: boolean };

/**
 * Opens a case and starts its clock. While one about the same thing is open that one is given back, so that asking
 * twice asks once.
 */
export async function openCase(tx: Tx, ctx: Context, wish: CaseWish): Promise<OpenedCase> {
  const now = ctx.clock.now();
  const { residentId, kind, subjectId } = wish;
  const facilityId = 'facilityId' in wish.at ? wish.at.facilityId : null;
  const regionPath = 'facilityId' in wish.at ? await pathOf(tx, wish.at.facilityId) : wish.at.regionPath;
  const [id, dueAt] = [ctx.ids.next(), dueFrom(kind, now)];
  const { rowCount } = await askAs(tx, ctx, { asked: residentId }, () =>
    tx.client.query(
      `insert into cases (resident_id, id, kind, subject_id, about, about_at, facility_id, region_path, opened_by, question, stage, created_at, due_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     on conflict (resident_id, kind, subject_id) where stage <> 'closed' do nothing`,
      [
        ...[residentId, id, kind, subjectId, wish.about, wish.aboutAt, facilityId, regionPath],
        ...[
          kind === 'glass' ? 'rule' : actorId(ctx.actor),
          wish.question,
          facilityId ? 'facility' : 'official',
          now,
          dueAt,
        ],
      ],
    ),
  );
  if (rowCount === 0) return askAs(tx, ctx, { asked: residentId }, () => findOpen(tx, wish));
  const entry = { action: `cases.open-${kind}`, subjectType: 'case', subjectId: id };
  await recordAudit(tx, ctx, { facilityId, ...entry, detail: { about: subjectId } });
  return { caseId: id, dueAt, isNew: true };
}

async function findOpen(tx: Tx, { residentId, kind, subjectId }: CaseWish): Promise<OpenedCase> {
  const { rows } = await tx.client.query<{ caseId: string; dueAt: Date }>(
    `select id as "caseId", due_at as "dueAt" from cases
     where resident_id = $1 and kind = $2 and subject_id = $3 and stage <> 'closed'`,
    [residentId, kind, subjectId],
  );
  if (!rows[0]) throw notFound('case');
  return { ...rows[0], isNew: false };
}

async function pathOf(tx: Tx, facilityId: string): Promise<string> {
  const { rows } = await tx.client.query<{ path: string }>('select region_path as path from facilities where id = $1', [
    facilityId,
  ]);
  if (!rows[0]) throw notFound('facility');
  return rows[0].path;
}
