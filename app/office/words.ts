import type { Text } from '../_text/server.ts';

/** A server's word in the reader's language; one that has no sentence yet is shown as it is. */
export function wordOf(t: Text['t'], group: string, value: string): string {
  const say = t as unknown as { (key: string): string; has(key: string): boolean };
  const key = `office.${group}.${value}`;
  return say.has(key) ? say(key) : value;
}
