import type { CaseRow } from '#server/records/identity/schema.ts';
import type { Text } from '../_text/server.ts';
import type { Tone } from '../_ui/callout.tsx';

type Key = 'not-enough';

/** Why a case is before people, in words. */
export const ruleWord = (t: Text['t'], rule: string): string => t(`identity.rule.${rule as Key}`);

export const statusWord = (t: Text['t'], status: string): string => t(`identity.status.${status as 'open'}`);

export const toneOf = (status: string): Tone =>
  status === 'same' ? 'good' : status === 'different' ? 'plain' : status === 'auto' ? 'info' : 'wait';

// however alike, twins are two: nobody should be led to say otherwise
const barred = ['may-be-twins', 'twins-differ', 'unnamed', 'numbers-differ', 'two-alike'];

/** How alike two are, in a few words: a number of bits would say nothing to a reader. */
export function likenessWord(t: Text['t'], { score, rule }: Pick<CaseRow, 'score' | 'rule'>): string {
  if (barred.includes(rule)) return t('identity.bits.barred');
  if (score === null || rule.startsWith('id-number')) return t('identity.bits.none');
  if (score < 4) return t('identity.bits.low');
  if (score < 8) return t('identity.bits.some');
  return t(score < 11 ? 'identity.bits.high' : 'identity.bits.sure');
}

/** The hospitals whose patients a case is about. */
export const hospitalsOf = ({ facilityName, otherFacilityName }: CaseRow): string[] => [
  ...new Set([facilityName, otherFacilityName ?? facilityName]),
];
