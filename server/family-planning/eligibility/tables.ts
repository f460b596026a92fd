import type { Method } from '../schema/methods.ts';
import type { Condition } from './conditions.ts';
import { columns, rows2015 } from './who-2015.ts';
import { apart2015 } from './who-2015-apart.ts';

/** A table of eligibility. It judges from a day on; what was judged keeps its edition. */
export type EligibilityTable = {
  edition: string;
  from: string;
  source: string;
  /** Rows that differ from the table before. */
  amends: readonly Condition[];
  cellOf: (condition: Condition, method: Method) => string;
};

type Rows = Readonly<Record<Condition, string>>;

function cellsOf(rows: Rows): EligibilityTable['cellOf'] {
  const split = new Map(Object.entries(rows).map(([condition, line]) => [condition, line.split(' ')]));
  return (condition, method) => {
    const apart = apart2015[method];
    if (apart) return apart.rows[condition] ?? apart.otherwise;
    return split.get(condition)?.[columns.indexOf(method as (typeof columns)[number])] ?? '-';
  };
}

const rows2017: Rows = { ...rows2015, 'hiv-risk': '1 1 2 1 2 2 A' };
const rows2019: Rows = { ...rows2015, 'hiv-risk': '1 1 1 1 1 1 A' };

const fifth = 'WHO, Medical eligibility criteria for contraceptive use, 5th edition, 2015';

/** Oldest first. A new edition is one more line here and a file of its rows; a day before the first is judged by the first. */
export const eligibilityTables: readonly EligibilityTable[] = [
  {
    edition: 'who-5',
    from: '2015-08-13',
    source: fifth,
    amends: [],
    cellOf: cellsOf(rows2015),
  },
  {
    edition: 'who-5-2017',
    from: '2017-03-02',
    source: `${fifth}; guidance statement on women at high risk of HIV, 2017`,
    amends: ['hiv-risk'],
    cellOf: cellsOf(rows2017),
  },
  {
    edition: 'who-5-2019',
    from: '2019-08-29',
    source: `${fifth}; guidance statement on women at high risk of HIV, 2019`,
    amends: ['hiv-risk'],
    cellOf: cellsOf(rows2019),
  },
];

/** Published, and not entered here: the page says so, since a table that is out of date must not look like the latest word. */
export const notEntered = { edition: 6, year: 2025 } as const;

const first = eligibilityTables[0] as EligibilityTable;
export const eligibilityTableOn = (day: string): EligibilityTable =>
  eligibilityTables.findLast((one) => one.from <= day) ?? first;
export const findTable = (edition: string): EligibilityTable | null =>
  eligibilityTables.find((one) => one.edition === edition) ?? null;
