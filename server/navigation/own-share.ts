import type { LevelTariff } from './find-tariff.ts';

export type OwnShare = { ownFen: number; ownReferredFen: number; billFen: number; feeFen: number };

/**
 * What the person pays of an ordinary first visit: all of it up to the deductible, then what the insurance
 * leaves. `feeFen` is the ticket's own fee where one is known.
 */
export function ownShareOf(tariff: LevelTariff | undefined, feeFen: number | null): OwnShare | null {
  if (!tariff) return null;
  const fee = feeFen ?? tariff.visitFeeFen;
  const billFen = fee + tariff.furtherFen;
  const above = Math.max(0, billFen - tariff.deductibleFen);
  const own = (paid: number) => Math.round(billFen - above * paid);
  return { ownFen: own(tariff.paidShare), ownReferredFen: own(tariff.paidShareReferred), billFen, feeFen: fee };
}
