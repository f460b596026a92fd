import { recordAudit } from '../../audit/record-audit.ts';
import { askAs } from '../../kernel/acting.ts';
import { actorId, type ContextOf } from '../../kernel/context.ts';
import { notFound, refused } from '../../kernel/errors.ts';
import { enqueue } from '../../kernel/queue.ts';
import { type Tx, transact } from '../../kernel/transaction.ts';
import { moveRecord } from './move-record.ts';
import { isCase, type Reviewing, requireReviewer, type Sides, sideColumns } from './policy.ts';
import { lockSourcePatients, type SourcePatient, writeLinks } from './source-patients.ts';

type Case = Sides & {
  id: string;
  sourceId: string;
  candidateId: string;
  status: string;
  evidence: never[];
};
type Word = { decision: 'same' | 'different' | 'ask'; reason: string };

/**
 * Somebody says whether the patient is that person, or asks the hospital first. A word stands until it is taken back:
 * no later news of the patient overrules it. What is decided is not decided twice.
 */
export async function decideCase(
  ctx: Reviewing,
  facilityId: string,
  id: string,
  { decision, reason }: Word,
): Promise<{ status: string }> {
  const status = decision === 'ask' ? 'asked' : decision;
  await transact(ctx.db, async (tx) => {
    const one = await lockCase(tx, ctx, facilityId, id);
    const waiting = one.status === 'open' || one.status === 'asked';
    if (!waiting && !(one.status === 'auto' && decision !== 'ask')) throw refused('identity-decided');
    await writeWord(tx, ctx, one, status, reason);
    if (decision !== 'ask') await put(tx, ctx, one, decision);
    await audit(tx, ctx, one, `records.identity-${status}`);
  });
  return { status };
}

/** Takes a word back: the patient stands apart again, and the case before people. */
export async function undoCase(
  ctx: Reviewing,
  facilityId: string,
  id: string,
  reason: string,
): Promise<{ status: string }> {
  await transact(ctx.db, async (tx) => {
    const one = await lockCase(tx, ctx, facilityId, id);
    if (one.status !== 'same' && one.status !== 'different') throw refused('identity-not-decided');
    await tx.client.query({
      name: 'undo-identity-links',
      text: `update identity_links set undone_at = $3, undone_by = $4, undone_why = $5
             where facility_id = $1 and source_id = $2 and undone_at is null and decided_by <> 'rule'`,
      values: [one.facilityId, one.sourceId, ctx.clock.now(), actorId(ctx.actor), reason],
    });
    await tx.client.query({
      name: 'settle-newer-identity-cases',
      text: `update identity_reviews set status = 'settled', decided_at = $4
             where facility_id = $1 and source_id = $2 and id <> $3 and status in ('open', 'asked', 'auto')`,
      values: [one.facilityId, one.sourceId, id, ctx.clock.now()],
    });
    await put(tx, ctx, one, 'open');
    await writeWord(tx, ctx, one, 'open', reason);
    await audit(tx, ctx, one, 'records.identity-undo');
  });
  return { status: 'open' };
}

async function lockCase(tx: Tx, ctx: Reviewing, facilityId: string, id: string): Promise<Case> {
  const { rows } = await askAs(tx, ctx, {}, () =>
    tx.client.query<Case>({
      name: `lock-identity-case-${ctx.actor.kind}`,
      text: `select id, source_id as "sourceId", candidate_id as "candidateId", status,
             ${sideColumns}, evidence
           from identity_reviews v where ${isCase} for update`,
      values: [facilityId, id],
    }),
  );
  const found = rows[0];
  if (!found) throw notFound('identity-case');
  requireReviewer(ctx.actor, found);
  return found;
}

async function writeWord(
  tx: Tx,
  ctx: Reviewing,
  { facilityId, id }: Case,
  status: string,
  reason: string,
): Promise<void> {
  await askAs(tx, ctx, {}, () =>
    tx.client.query({
      name: `write-identity-word-${ctx.actor.kind}`,
      text: `update identity_reviews set status = $3, decided_at = $4, decided_by = $5, decided_by_name = $6, reason = $7
           where facility_id = $1 and id = $2`,
      values: [facilityId, id, status, ctx.clock.now(), actorId(ctx.actor), ctx.actor.name, reason],
    }),
  );
}

const standing = {
  same: { state: 'linked', byHand: true, settled: true },
  different: { state: 'alone', byHand: false, settled: false },
  open: { state: 'review', byHand: false, settled: false },
} as const;

/** Puts the patient and all that was told of it where the word says, and has those judged again whom that concerns. */
async function put(tx: Tx, ctx: Reviewing, one: Case, word: keyof typeof standing): Promise<void> {
  const { facilityId, sourceId } = one;
  const patient = (await lockSourcePatients(tx, facilityId, [sourceId])).get(sourceId);
  if (!patient) throw notFound('identity-case');
  const own = ctx.sealing.residentId(`${facilityId}/${sourceId}`);
  const into = word === 'same' ? one.candidateId : own;
  const { state, byHand, settled } = standing[word];
  await tx.client.query({
    name: 'put-source-patient',
    text: `update source_patients set resident_id = $3, state = $4, decided_by_hand = $5, settled = $6
           where facility_id = $1 and source_id = $2`,
    values: [facilityId, sourceId, into, state, byHand, settled],
  });
  if (patient.residentId !== into)
    await moveRecord(tx, { facilityId, patient: sourceId, from: patient.residentId, to: into });
  const link = {
    id: ctx.ids.next(),
    sourceId,
    residentId: into,
    state,
    rule: `said-${word}`,
    score: null,
    evidence: one.evidence,
  };
  if (word !== 'open') await writeLinks(tx, facilityId, [link], ctx.clock.now(), actorId(ctx.actor));
  await callOthers(tx, one, patient, word);
}

/** Who had followed this patient into the record it leaves, and who is in the other one; and itself, for it may be somebody else. */
async function callOthers(
  tx: Tx,
  { facilityId, sourceId, candidateId }: Case,
  { residentId }: SourcePatient,
  word: string,
): Promise<void> {
  const { rows } = await tx.client.query<{ facilityId: string; sourceIds: string[] }>({
    name: 'find-followers-of-patient',
    text: `select facility_id as "facilityId", array_agg(source_id) as "sourceIds" from source_patients
           where resident_id = any($1) and not settled and not decided_by_hand and not (facility_id = $2 and source_id = $3)
           group by facility_id`,
    values: [[residentId, candidateId], facilityId, sourceId],
  });
  for (const group of rows) await enqueue(tx, 'identity-judge-again', group);
  if (word === 'different') await enqueue(tx, 'identity-judge-again', { facilityId, sourceIds: [sourceId] });
}

const audit = (tx: Tx, ctx: Reviewing, { facilityId, id, candidateId }: Case, action: string) =>
  recordAudit(tx, ctx as ContextOf<'staff'>, {
    facilityId,
    action,
    subjectType: 'identity-case',
    subjectId: id,
    detail: { candidateId },
  });
