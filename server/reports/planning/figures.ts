import { smallest } from '../guide/rules.ts';
import { type Measure, measures, type Tally, wholeOf } from './measures.ts';
import { type Node, showable } from './protect.ts';

export type Figure = { regionCode: string; measure: Measure; value: number; shown: boolean };
/** Townships: below them a number is a person. */
const deepest = 4;

type Sums = Map<string, Map<Measure, number>>;

/** Sums by path of region, for each region from the top down to townships. */
function sumUp(tallies: readonly Tally[]): Sums {
  const sums: Sums = new Map();
  for (const { regionPath, measure, value } of tallies) {
    const codes = regionPath.split('/').filter(Boolean).slice(0, deepest);
    codes.forEach((_, i) => {
      const path = `${codes.slice(0, i + 1).join('/')}/`;
      const own = sums.get(path) ?? new Map<Measure, number>();
      sums.set(path, own.set(measure, (own.get(measure) ?? 0) + value));
    });
  }
  return sums;
}

/**
 * The numbers of one month for every region above those that told some, each with whether it may be shown. A part that is
 * all but one to four of its whole is hidden too: those who were not asked can be recognised as well.
 */
export function figuresOf(tallies: readonly Tally[]): Figure[] {
  const sums = sumUp(tallies);
  const of = (path: string, measure: Measure) => sums.get(path)?.get(measure) ?? 0;
  const shown = new Map<Measure, Set<string>>();
  const figures: Figure[] = [];
  for (const measure of measures) {
    const whole = wholeOf(measure);
    const betrays = ({ key, value }: Node) => {
      if (whole === null) return false;
      const rest = of(key, whole) - value;
      return !shown.get(whole)?.has(key) || (rest > 0 && rest < smallest);
    };
    const open = showable(
      treeOf([...sums.keys()], (path) => of(path, measure)),
      betrays,
    );
    shown.set(measure, open);
    for (const path of sums.keys()) {
      if (of(path, whole ?? measure) === 0) continue;
      figures.push({ regionCode: lastOf(path), measure, value: of(path, measure), shown: open.has(path) });
    }
  }
  return figures;
}

const lastOf = (path: string): string => path.split('/').at(-2) ?? '';

function treeOf(paths: readonly string[], peopleOf: (path: string) => number): Node[] {
  const nodes = new Map(
    paths.map((path): [string, Node] => [path, { key: path, value: peopleOf(path), children: [] }]),
  );
  const roots: Node[] = [];
  for (const [path, node] of nodes) {
    const above = nodes.get(`${path.split('/').slice(0, -2).join('/')}/`);
    (above ? above.children : roots).push(node);
  }
  return roots;
}
