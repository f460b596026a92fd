/** A part of a name that is near what was typed. */
export type Near = { part: string; distance: number };

const chinese = /[\u4e00-\u9fff]/;

/**
 * How many slips are forgiven: one in three characters or five letters, two from six or nine on. Shorter words are
 * too like each other: one slip turns 骨科 into every other department of two characters.
 */
export function slipsAllowed(term: string): number {
  const [one, two] = chinese.test(term) ? [3, 6] : [5, 9];
  return term.length >= two ? 2 : term.length >= one ? 1 : 0;
}

/**
 * The part of `name` from which `term` comes by the fewest slips (a character wrong, missing, too many, or two
 * changed places), wherever it begins; of equal ones the longest. Null beyond `most`. (Sellers 1980, with swaps.)
 */
export function nearestPart(term: string, name: string, most: number): Near | null {
  // a row a character of the term, a cell an end in the name: slips so far, and where the part begins
  type Cell = { slips: number; from: number };
  let before: Cell[] = [];
  let last: Cell[] = Array.from({ length: name.length + 1 }, (_, at) => ({ slips: 0, from: at }));
  for (let i = 1; i <= term.length; i += 1) {
    const row: Cell[] = [{ slips: i, from: 0 }];
    for (let at = 1; at <= name.length; at += 1) {
      const same = term[i - 1] === name[at - 1];
      row[at] = least(
        step(last[at - 1], same ? 0 : 1),
        step(last[at], 1),
        step(row[at - 1], 1),
        i > 1 && at > 1 && term[i - 1] === name[at - 2] && term[i - 2] === name[at - 1]
          ? step(before[at - 2], 1)
          : null,
      );
    }
    [before, last] = [last, row];
  }
  let best: Near | null = null;
  for (const [end, { slips, from }] of last.entries()) {
    const part = name.slice(from, end);
    if (slips > most || part === '') continue;
    if (!best || slips < best.distance || (slips === best.distance && part.length > best.part.length))
      best = { part, distance: slips };
  }
  return best;

  function step(cell: Cell | undefined, cost: number): Cell | null {
    return cell ? { slips: cell.slips + cost, from: cell.from } : null;
  }
  function least(...cells: (Cell | null)[]): Cell {
    return cells.reduce<Cell>((a, b) => (b && b.slips < a.slips ? b : a), cells[0] ?? { slips: 99, from: 0 });
  }
}

/** The word most like the term among these, or null: fewest slips, then what occurs in most names. */
export function nearestWord(term: string, names: readonly string[]): string | null {
  const most = slipsAllowed(term);
  if (most === 0) return null;
  const found = new Map<string, { distance: number; times: number }>();
  const letters = [...term];
  for (const name of names) {
    // too many of the letters are nowhere in the name: nearly all fall here, before the dear comparison
    if (letters.reduce((missing, letter) => missing + (name.includes(letter) ? 0 : 1), 0) > most) continue;
    const near = nearestPart(term, name, most);
    if (near) found.set(near.part, { distance: near.distance, times: (found.get(near.part)?.times ?? 0) + 1 });
  }
  const ranked = [...found].sort(
    ([a, x], [b, y]) => x.distance - y.distance || y.times - x.times || b.length - a.length || (a < b ? -1 : 1),
  );
  return ranked[0]?.[0] ?? null;
}
