import { recordAudit } from '../../audit/record-audit.ts';
import type { Context } from '../../kernel/context.ts';
import { maskIdNumber } from '../../kernel/national-id.ts';
import { enqueue } from '../../kernel/queue.ts';
import type { Tx } from '../../kernel/transaction.ts';
import type { Acquaintances } from './acquaintances.ts';
import { moveRecord } from './move-record.ts';
import { openReviews, settleReviews, withoutAsked } from './reviews.ts';
import { writeLinks, writeSourcePatients } from './source-patients.ts';
import type { Placement } from './verdict.ts';

/** Writes what was decided: the patients, the reasons, the cases for people; moves records; has others judged again. */
export async function writePlacements(
  tx: Tx,
  ctx: Context,
  facilityId: string,
  placed: readonly Placement[],
  known: Acquaintances,
): Promise<void> {
  await writeSourcePatients(
    tx,
    facilityId,
    placed.map((one) => rowOf(ctx, one)),
  );
  const changed = placed.filter(({ known: before, verdict, residentId }) => {
    return verdict && (before?.state !== verdict.state || before.residentId !== residentId);
  });
  const links = changed.flatMap(({ sourceId, verdict, residentId }) =>
    verdict ? [{ id: ctx.ids.next(), sourceId, residentId, ...verdict }] : [],
  );
  await writeLinks(tx, facilityId, links, ctx.clock.now());
  const doubtful = placed.flatMap(({ sourceId, verdict }) =>
    verdict?.state === 'review' ? [{ ...verdict, sourceId, status: 'open' as const }] : [],
  );
  const asked = await withoutAsked(tx, facilityId, doubtful);
  const elsewhere = doubtful.filter((one) => !asked.includes(one)).map((one) => one.sourceId);
  const auto = links.filter((one) => one.rule === 'likeness');
  const answered = changed.filter((one) => one.known).map((one) => one.sourceId);
  await settleReviews(tx, ctx, facilityId, [...answered, ...elsewhere], asked);
  await openReviews(tx, ctx, facilityId, [
    ...asked,
    ...auto.map((one) => ({ ...one, candidateId: one.residentId, status: 'auto' as const })),
  ]);
  for (const { known: before, residentId, sourceId } of placed) {
    if (before && before.residentId !== residentId)
      await moveRecord(tx, { facilityId, patient: sourceId, from: before.residentId, to: residentId });
  }
  await haveJudgedAgain(tx, facilityId, placed, known);
  const counts = { linked: 0, review: 0, alone: 0 };
  for (const { state } of links) counts[state] += 1;
  const entry = { action: 'records.place-patients', subjectType: 'facility', subjectId: facilityId };
  await recordAudit(tx, ctx, { facilityId, ...entry, detail: counts });
}

const rowOf = ({ sealing, clock }: Context, { facts, kept, stamp, known, verdict, ...one }: Placement) => ({
  ...facts,
  ...{ sourceId: one.sourceId, residentId: one.residentId, settled: one.settled, keys: kept, seenAt: clock.now() },
  ...{ version: stamp.version, updated: stamp.updated, state: verdict?.state ?? known?.state ?? ('alone' as const) },
  idSealed: facts.idNumber ? sealing.seal(facts.idNumber) : null,
  idMasked: facts.idNumber ? maskIdNumber(facts.idNumber) : '',
});

/**
 * News of one patient may place another: those not settled who share a key with whoever is new here or moved, and those
 * who had followed them into the record they left. Ends, because only what moved calls for more.
 */
async function haveJudgedAgain(
  tx: Tx,
  facilityId: string,
  placed: readonly Placement[],
  known: Acquaintances,
): Promise<void> {
  const moved = placed.filter((one) => one.known?.residentId !== one.residentId);
  const here = new Set(placed.map((one) => one.sourceId));
  const left = moved.flatMap((one) => one.known?.residentId ?? []);
  const around = moved.flatMap((one) => known.residentsUnder(one.kept));
  const others = known
    .unsettledIn([...new Set([...left, ...around])])
    .filter((one) => one.facilityId !== facilityId || !here.has(one.sourceId));
  for (const [their, papers] of Map.groupBy(others, (one) => one.facilityId)) {
    await enqueue(tx, 'identity-judge-again', { facilityId: their, sourceIds: papers.map((one) => one.sourceId) });
  }
}
