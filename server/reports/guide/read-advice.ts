import type { Database } from '#db/client.ts';
import type { GuideReport } from '../schema/guide.ts';
import { hideSmall } from './rules.ts';

type Row = { outcome: string; advised: string; sureness: string; rank: number; n: number };
type Span = { from: string; before: string; rulesVersion: string | null };
type Advice = GuideReport['advice'];

const outcomes = ['advice', 'emergency', 'crisis', 'fever'] as const;
const surenesses = ['sure', 'likely', 'unsure'] as const;

/**
 * What was advised in the whole province. A question asked has rank 0; going on to choose is counted apart,
 * with the rank of what was chosen.
 */
export async function readAdvice({ pool }: Pick<Database, 'pool'>, span: Span, names: Names): Promise<Advice> {
  const { rows } = await pool.query<Row>(
    `select outcome, advised, sureness, rank, sum(count)::int as n from advice_counts
     where day >= $1 and day < $2 and ($3::text is null or rules_version = $3) group by 1, 2, 3, 4`,
    [span.from, span.before, span.rulesVersion],
  );
  const asked = rows.filter((row) => row.rank === 0);
  const sum = (list: Row[]) => hideSmall(list.reduce((total, { n }) => total + n, 0));
  const departments = [
    ...Map.groupBy(
      asked.filter(({ advised }) => advised !== ''),
      ({ advised }) => advised,
    ),
  ];
  return {
    asked: sum(asked),
    outcomes: outcomes.map((outcome) => ({ outcome, count: sum(asked.filter((row) => row.outcome === outcome)) })),
    departments: departments
      .map(([code, list]) => ({ code, name: names(code), count: sum(list) }))
      .sort((a, b) => (b.count ?? 0) - (a.count ?? 0)),
    sureness: surenesses.map((sureness) => ({
      sureness,
      count: sum(asked.filter((row) => row.sureness === sureness)),
    })),
    ranks: [1, 2, 3, 9].map((rank) => ({ rank, count: sum(rows.filter((row) => row.rank === rank)) })),
  };
}

/** Name of a department of the catalogue. */
export type Names = (code: string) => string;
export async function readNames({ pool }: Pick<Database, 'pool'>): Promise<Names> {
  const { rows } = await pool.query<{ code: string; name: string }>('select code, name from department_catalog');
  const names = new Map(rows.map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code;
}
