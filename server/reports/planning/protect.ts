import { smallest } from '../guide/rules.ts';

/** A number of people of one region, with those of the regions it is the sum of. */
export type Node = { key: string; value: number; children: Node[] };
type Held = { node: Node; hidden: boolean; children: Held[] };

const isSmall = (n: number): boolean => n > 0 && n < smallest;

/**
 * Keys of the regions whose number may be shown. Numbers of one to four people are hidden, and with them as many
 * neighbours as it takes that no sum gives them away: beside a shown sum at least two are hidden, of five people or more
 * together; where there are no neighbours to hide, the sum is. Below a hidden number, numbers of five people or more in all
 * are hidden too, or it could be added up. `mustHide` names further numbers that would betray somebody.
 */
export function showable(roots: readonly Node[], mustHide: (node: Node) => boolean = () => false): Set<string> {
  const held = roots.map((root) => hold(root, mustHide));
  for (const root of held) cover(root);
  for (const root of held) spread(root);
  const shown = new Set<string>();
  for (const root of held) collect(root, shown);
  return shown;
}

function hold(node: Node, mustHide: (node: Node) => boolean): Held {
  const children = node.children.map((child) => hold(child, mustHide));
  return { node, hidden: isSmall(node.value) || mustHide(node), children };
}

/** From the bottom up: each sum that is shown keeps what is hidden in it. */
function cover(held: Held): void {
  for (const child of held.children) cover(child);
  while (!held.hidden && isOpen(held.children)) {
    if (!hideNext(held.children)) held.hidden = true;
  }
}

const hiddenIn = (children: readonly Held[]): Held[] =>
  children.filter((child) => child.hidden && child.node.value > 0);
const sumOf = (those: readonly Held[]): number => those.reduce((sum, { node }) => sum + node.value, 0);

/** Whether the hidden parts of a shown sum could be told from it. */
function isOpen(children: readonly Held[]): boolean {
  const hidden = hiddenIn(children);
  return hidden.length > 0 && (hidden.length < 2 || sumOf(hidden) < smallest);
}

/** From the top down: a sum that is hidden cannot be added up from its parts. */
function spread(held: Held): void {
  if (held.hidden && held.children.length > 0) {
    const least = Math.min(smallest, held.node.value);
    while (sumOf(hiddenIn(held.children)) < least && hideNext(held.children));
  }
  for (const child of held.children) spread(child);
}

/** The smallest number that is still shown; false when there is none. */
function hideNext(children: readonly Held[]): boolean {
  const next = children
    .filter((child) => !child.hidden && child.node.value > 0)
    .sort((a, b) => a.node.value - b.node.value || (a.node.key < b.node.key ? -1 : 1))[0];
  if (next) next.hidden = true;
  return next !== undefined;
}

function collect(held: Held, shown: Set<string>): void {
  if (!held.hidden) shown.add(held.node.key);
  for (const child of held.children) collect(child, shown);
}
