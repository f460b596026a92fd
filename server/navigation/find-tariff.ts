import type { Context } from '../kernel/context.ts';

/** What a visit costs at one level of facility; money in fen, shares 0–1. */
export type LevelTariff = {
  level: number;
  validFrom: string;
  visitFeeFen: number;
  furtherFen: number;
  deductibleFen: number;
  paidShare: number;
  paidShareReferred: number;
  source: string;
};
/** By level of facility. A sample, and labelled so, until settlement exists. */
export type Tariff = ReadonlyMap<number, LevelTariff>;

/** The tariff in force on `day`; empty where none was entered, and then nobody is told what it costs. */
export async function findTariff(db: Context['db']['pool'], day: string): Promise<Tariff> {
  const { rows } = await db.query<LevelTariff>({
    name: 'find-sample-tariff',
    text: `select distinct on (level) level, valid_from as "validFrom", visit_fee_fen as "visitFeeFen",
             further_fen as "furtherFen", deductible_fen as "deductibleFen", paid_share as "paidShare",
             paid_share_referred as "paidShareReferred", source
           from sample_tariffs where valid_from <= $1 order by level, valid_from desc`,
    values: [day],
  });
  return new Map(rows.map((row) => [row.level, row]));
}

/** What screens say of the tariff: that it is a sample, from when and whose. */
export function tariffView(tariff: Tariff): { sample: true; validFrom: string; source: string } | null {
  const newest = [...tariff.values()].sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
  return newest ? { sample: true, validFrom: newest.validFrom, source: newest.source } : null;
}
