import type { Pattern, RedFlagRule } from '../schema.ts';

/** Terms separated by spaces. */
export const words = (terms: string): string[] => terms.trim().split(/\s+/);

type When = Omit<Pattern, 'all' | 'none'> & { none?: string };
/** One pattern: each string is a group of which one term must occur. */
export const when = (groups: string[], { none, ...rest }: When = {}): Pattern => ({
  all: groups.map(words),
  ...(none ? { none: words(none) } : {}),
  ...rest,
});

type Texts = readonly [zh: string, en: string];
const reviewed = '2026-11-23';

/** A rule as these files write it: id, name, reason, source, patterns. */
export const flag =
  (kind: RedFlagRule['kind']) =>
  (id: string, name: Texts, reason: Texts, source: string, ...patterns: Pattern[]): RedFlagRule => ({
    id,
    kind,
    name: { zh: name[0], en: name[1] },
    reason: { zh: reason[0], en: reason[1] },
    source,
    validFrom: reviewed,
    patterns,
  });

export const emergency = flag('emergency');
export const crisis = flag('crisis');
export const fever = flag('fever');
