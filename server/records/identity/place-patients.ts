import { recordAudit } from '../../audit/record-audit.ts';
import { regionDay } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import { maskIdNumber } from '../../kernel/national-id.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { isNewer, type Stamp } from '../rules.ts';
import { moveRecord } from './move-record.ts';
import { judgeByNumber, type PatientFacts, type Verdict } from './rules.ts';
import {
  findKnownNames,
  lockSourcePatients,
  type SourcePatient,
  writeLinks,
  writeSourcePatients,
} from './source-patients.ts';

export type PatientTold = Stamp & PatientFacts & { sourceId: string; phones: string[]; birthOrder: number | null };

/**
 * Says into whose record each of a hospital's patients belongs, by the rule of the ID number; whom it cannot place
 * gets a record of its own until somebody can. What a person decided is not judged again. Answers resident ids by
 * the hospital's ids; repeated or older news of a patient change nothing.
 */
export async function placePatients(
  tx: Tx,
  ctx: Context,
  facilityId: string,
  told: readonly PatientTold[],
): Promise<Map<string, string>> {
  const latest = latestOf(told);
  const before = await lockSourcePatients(tx, facilityId, [...latest.keys()]);
  const news = [...latest.values()].filter((one) => {
    const known = before.get(one.sourceId);
    return !known || isNewer(one, known);
  });
  const byNumber = new Map(news.flatMap((one) => (one.idNumber ? [[ctx.sealing.residentId(one.idNumber), one]] : [])));
  const names = await findKnownNames(tx, facilityId, [...byNumber.keys()] as string[]);
  const today = regionDay(ctx.clock.now());
  const placed = news.map((one): Placement => {
    const known = before.get(one.sourceId) ?? null;
    const residentId = ctx.sealing.residentId(one.idNumber || `${facilityId}/${one.sourceId}`);
    const others = names.get(residentId) ?? [];
    const verdict = known?.decidedByHand ? null : judgeByNumber(one, others, today);
    const own = ctx.sealing.residentId(`${facilityId}/${one.sourceId}`);
    const into = verdict ? (verdict.state === 'linked' ? residentId : own) : (known?.residentId ?? own);
    if (verdict?.state === 'linked') names.set(residentId, [...others, one.name]);
    return { told: one, known, verdict, residentId: into };
  });
  await writePlacements(tx, ctx, facilityId, placed);
  const found = new Map([...before].map(([id, one]) => [id, one.residentId]));
  for (const one of placed) found.set(one.told.sourceId, one.residentId);
  return found;
}

type Placement = { told: PatientTold; known: SourcePatient | null; verdict: Verdict | null; residentId: string };

async function writePlacements(tx: Tx, ctx: Context, facilityId: string, placed: readonly Placement[]): Promise<void> {
  if (placed.length === 0) return;
  const now = ctx.clock.now();
  await writeSourcePatients(
    tx,
    facilityId,
    placed.map(({ told, known, verdict, residentId }) => ({
      ...told,
      residentId,
      state: verdict?.state ?? known?.state ?? 'alone',
      idSealed: told.idNumber ? ctx.sealing.seal(told.idNumber) : null,
      idMasked: told.idNumber ? maskIdNumber(told.idNumber) : '',
      phoneHashes: told.phones.map((phone) => ctx.sealing.hash('phone', phone)),
      seenAt: now,
    })),
  );
  const judged = placed.filter(({ known, verdict, residentId }) => {
    return verdict && (known?.state !== verdict.state || known.residentId !== residentId);
  });
  await writeLinks(
    tx,
    facilityId,
    judged.flatMap(({ told, verdict, residentId }) =>
      verdict ? [{ id: ctx.ids.next(), sourceId: told.sourceId, residentId, ...verdict }] : [],
    ),
    now,
  );
  for (const { told, known, residentId } of placed) {
    if (known && known.residentId !== residentId) {
      await moveRecord(tx, { facilityId, patient: told.sourceId, from: known.residentId, to: residentId });
    }
  }
  const counts = { linked: 0, review: 0, alone: 0 };
  for (const { verdict } of judged) if (verdict) counts[verdict.state]++;
  const entry = { action: 'records.place-patients', subjectType: 'facility', subjectId: facilityId };
  await recordAudit(tx, ctx, { facilityId, ...entry, detail: counts });
}

function latestOf(told: readonly PatientTold[]): Map<string, PatientTold> {
  const latest = new Map<string, PatientTold>();
  for (const one of told) {
    const before = latest.get(one.sourceId);
    if (!before || isNewer(one, before)) latest.set(one.sourceId, one);
  }
  return latest;
}
