import type { Text } from '../../../_text/server.ts';

/** How likely a number is, in a word with its percent: nobody should read 30 % as a promise. */
export function wordChance({ t }: Pick<Text, 't'>, percent: number | null): string {
  const level = percent === null ? 'unknown' : percent >= 60 ? 'good' : percent >= 20 ? 'fair' : 'poor';
  return t('wait.chanceValue', { level, percent: Math.max(percent ?? 0, 10) });
}
