import type { Messages } from '../_text/messages.ts';
import type { Text } from '../_text/server.ts';

/** A type of resource in the reader's language; one that records do not hold keeps its FHIR name. */
export function typeWord(t: Text['t'], type: string): string {
  const key = `intake.types.${type as keyof Messages['intake']['types']}` as const;
  return t.has(key) ? t(key) : type;
}
