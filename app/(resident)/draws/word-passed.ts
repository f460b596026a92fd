import type { Messages } from '../../_text/messages.ts';
import type { Text } from '../../_text/server.ts';

type Why = keyof Messages['draw']['why'];

/** Why a request that was drawn could not have its number: the rule that stood against it, in words. */
export function wordPassed(t: Text['t'], rule: string): string {
  const key = `draw.why.${rule as Why}` as const;
  return t.has(key) ? t(key) : t('draw.why.other');
}
