import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Node, showable } from './protect.ts';

const leaf = (key: string, value: number): Node => ({ key, value, children: [] });
const sum = (key: string, ...children: Node[]): Node => ({
  ...{ key, children },
  value: children.reduce((total, child) => total + child.value, 0),
});
const shown = (root: Node, mustHide?: (node: Node) => boolean) => [...showable([root], mustHide)].sort().join(' ');

describe('what may be shown', () => {
  it.each<[string, Node, string]>([
    ['large numbers', sum('p', leaf('a', 7), leaf('b', 12)), 'a b p'],
    ['nobody is nobody', sum('p', leaf('a', 0), leaf('b', 12)), 'a b p'],
    [
      'one small number takes the smallest neighbour with it',
      sum('p', leaf('a', 3), leaf('b', 9), leaf('c', 12)),
      'c p',
    ],
    [
      'two small ones that are five together hide each other',
      sum('p', leaf('a', 3), leaf('b', 2), leaf('c', 9)),
      'c p',
    ],
    ['two small ones of fewer take a third', sum('p', leaf('a', 1), leaf('b', 1), leaf('c', 9), leaf('d', 30)), 'd p'],
    ['without a neighbour the sum is hidden', sum('p', leaf('a', 3), leaf('b', 0)), 'b'],
    ['a small sum hides all', sum('p', leaf('a', 4)), ''],
    [
      'a number that was hidden for its neighbour cannot be added up from below',
      sum(
        'p',
        leaf('a', 2),
        sum('b', leaf('b1', 7), leaf('b2', 0), leaf('b3', 9)),
        sum('c', leaf('c1', 20), leaf('c2', 30)),
      ),
      'b2 b3 c c1 c2 p',
    ],
  ])('%s', (_name, root, said) => expect(shown(root)).toBe(said));

  it('a number that betrays somebody otherwise is hidden like a small one', () => {
    const root = sum('p', leaf('a', 40), leaf('b', 50), leaf('c', 60));
    expect(shown(root, ({ key }) => key === 'c')).toBe('b p');
  });
});

/** Every number of a tree, by its key. */
const all = (node: Node): Node[] => [node, ...node.children.flatMap(all)];

/**
 * All values that the hidden numbers may have, seen by somebody who knows every sum, every shown number, the limit and
 * that a zero is shown: each hidden number is at least one. Counts solutions by trying, so the trees are small.
 */
function possible(node: Node, open: Set<string>, value: number, wanted: string, found: Set<number>): boolean {
  if (open.has(node.key) && node.value !== value) return false;
  if (!open.has(node.key) && value < 1) return false;
  const note = (ok: boolean) => {
    if (ok && node.key === wanted) found.add(value);
    return ok;
  };
  if (node.children.length === 0) return note(true);
  return note(splits(node.children, value, open, wanted, found));
}

function splits(children: Node[], left: number, open: Set<string>, wanted: string, found: Set<number>): boolean {
  const [first, ...rest] = children;
  if (!first) return left === 0;
  let any = false;
  for (let value = 0; value <= left; value += 1) {
    const inside = new Set<number>();
    if (!possible(first, open, value, wanted, inside)) continue;
    const beside = new Set<number>();
    if (!splits(rest, left - value, open, wanted, beside)) continue;
    any = true;
    for (const one of [...inside, ...beside]) found.add(one);
  }
  return any;
}

const small = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 9 }));
const tree = fc
  .array(fc.array(small, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
  .map((rows) => sum('p', ...rows.map((row, i) => sum(`c${i}`, ...row.map((value, j) => leaf(`c${i}.${j}`, value))))));

describe('whatever the numbers', () => {
  it('no number of one to four people is shown, nor follows from what is', () => {
    fc.assert(
      fc.property(tree, fc.constantFrom('', 'c0', 'c1.0', 'c2'), (root, betraying) => {
        const open = showable([root], ({ key, value }) => value > 0 && key === betraying);
        for (const node of all(root)) {
          if (node.value < 1 || node.value > 4) continue;
          expect(open.has(node.key)).toBe(false);
          const found = new Set<number>();
          const top = open.has('p') ? [root.value] : Array.from({ length: root.value + 6 }, (_, n) => n);
          for (const value of top) possible(root, open, value, node.key, found);
          expect(found.size, `${node.key} of ${JSON.stringify(root)}`).toBeGreaterThan(1);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('the trial itself finds a number that was left open', () => {
    const root = sum('p', leaf('a', 3), leaf('b', 9));
    const found = new Set<number>();
    possible(root, new Set(['p', 'b']), root.value, 'a', found);
    expect([...found]).toEqual([3]);
  });
});
