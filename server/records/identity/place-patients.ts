import { regionDay } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { isNewer } from '../rules.ts';
import { type Acquaintances, meet } from './acquaintances.ts';
import { hashPhones, introduce, type PatientTold } from './introduce.ts';
import { decide } from './match/decide.ts';
import { findDenied } from './reviews.ts';
import { lockSourcePatients } from './source-patients.ts';
import type { Coming, Patient, Placement } from './verdict.ts';
import { writePlacements } from './write-placements.ts';

export type { PatientTold };

/**
 * Says into whose record each of a hospital's patients belongs: by the number, else by likeness; whom it cannot place
 * gets a record of its own until somebody can, and whoever may be somebody is laid before people. What a person
 * decided is not judged again. Answers resident ids by the hospital's ids; repeated or older news change nothing.
 */
export async function placePatients(
  tx: Tx,
  ctx: Context,
  facilityId: string,
  told: readonly PatientTold[],
): Promise<Map<string, string>> {
  const latest = latestOf(told);
  const before = await lockSourcePatients(tx, facilityId, [...latest.keys()]);
  const coming = [...latest.values()].flatMap((one): Coming[] => {
    const known = before.get(one.sourceId) ?? null;
    if (known && !isNewer(one, known)) return [];
    const facts = { ...one, phones: hashPhones(ctx, one.phones), kinNumbers: [] };
    return [{ ...introduce(ctx, facts), sourceId: one.sourceId, stamp: one, known }];
  });
  const placed = await place(tx, ctx, facilityId, coming);
  const found = new Map([...before].map(([id, one]) => [id, one.residentId]));
  for (const one of placed) found.set(one.sourceId, one.residentId);
  return found;
}

/** Decides and writes, one patient after the other, so that two of one page may be one person. */
export async function place(tx: Tx, ctx: Context, facilityId: string, coming: readonly Coming[]): Promise<Placement[]> {
  if (coming.length === 0) return [];
  const ownOf = (one: Patient) => ctx.sealing.residentId(`${one.facilityId}/${one.sourceId}`);
  const own = (sourceId: string) => ownOf({ facilityId, sourceId });
  const owners = coming.map(({ portrait, sourceId }) =>
    portrait.proven ? ctx.sealing.residentId(portrait.idNumber) : own(sourceId),
  );
  const known = await meet(tx, ctx, coming, [...owners, ...coming.flatMap((one) => one.known?.residentId ?? [])]);
  const ids = coming.map((one) => one.sourceId);
  const denied = await findDenied(tx, facilityId, ids, ownOf);
  const today = regionDay(ctx.clock.now());
  const placed = coming.map((one, at): Placement => {
    const judged = judge(one, {
      facilityId,
      owner: owners[at] ?? '',
      own: own(one.sourceId),
      ownOf,
      known,
      denied: denied.get(one.sourceId),
      today,
    });
    if (one.known) known.leave(one.known.residentId, { facilityId, sourceId: one.sourceId });
    known.add({
      facilityId,
      sourceId: one.sourceId,
      residentId: judged.residentId,
      settled: judged.settled,
      portrait: one.portrait,
    });
    for (const key of one.kept) known.find(key, judged.residentId);
    return { ...one, ...judged };
  });
  await writePlacements(tx, ctx, facilityId, placed, known);
  return placed;
}

type Around = {
  facilityId: string;
  owner: string;
  own: string;
  ownOf: (one: Patient) => string;
  known: Acquaintances;
  denied: Set<string> | undefined;
  today: string;
};

function judge(
  one: Coming,
  { facilityId, owner, own, ownOf, known, denied, today }: Around,
): Pick<Placement, 'verdict' | 'residentId' | 'settled'> {
  if (one.known?.decidedByHand) return { verdict: null, residentId: one.known.residentId, settled: true };
  const patient = { facilityId, sourceId: one.sourceId };
  const candidates = known
    .candidatesOf(patient, one.keys, [owner])
    .filter(({ residentId }) => residentId !== own && !denied?.has(residentId));
  const { residentId, ...decision } = decide(one.portrait, candidates, owner, today);
  if (residentId && denied?.has(residentId)) {
    return {
      verdict: { ...decision, state: 'alone', rule: 'said-different', candidateId: null, other: null },
      residentId: own,
      settled: true,
    };
  }
  const into = decision.state === 'linked' ? (residentId ?? own) : own;
  const numbered = candidates.some((it) => it.residentId === into && it.portraits.some((paper) => paper.proven));
  const candidateId = decision.state === 'review' ? residentId : null;
  return {
    verdict: { ...decision, candidateId, other: candidateId ? known.firstOf(candidateId, ownOf) : null },
    residentId: into,
    settled: decision.state === 'linked' && (into === owner || numbered) && into !== own,
  };
}

function latestOf(told: readonly PatientTold[]): Map<string, PatientTold> {
  const latest = new Map<string, PatientTold>();
  for (const one of told) {
    const before = latest.get(one.sourceId);
    if (!before || isNewer(one, before)) latest.set(one.sourceId, one);
  }
  return latest;
}
