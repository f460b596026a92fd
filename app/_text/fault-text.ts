import type { FaultCode } from '#server/kernel/errors.ts';
import type { FaultView } from '#server/trpc.ts';
import type { Format } from './format.ts';
import type { Messages } from './messages.ts';

/** What a screen knows of a failed call: the server's fault, or that no answer came. */
export type Trouble = Omit<FaultView, 'code'> & { code: FaultCode | 'network' };
export type FaultWords = { title: string; lines: string[]; blocking: FaultView['blocking'] | null };

type Translate = { (key: never, values?: never): string; has(key: never): boolean };
type Rule = keyof Messages['fault']['rule'];

/** Words a fault: which rule, what blocks, when it is next possible, and the way forward. */
export function wordFault(t: Translate, f: Format, trouble: Trouble): FaultWords {
  const say = t as unknown as {
    (key: string, values?: Record<string, string | number>): string;
    has(key: string): boolean;
  };
  const key = `fault.rule.${trouble.rule as Rule}`;
  const values = { limit: '', left: '', seconds: '', ...trouble.params };
  const lines = [say.has(key) ? say(key, values) : say(`fault.general.${trouble.code}`, { rule: trouble.rule })];
  const label = trouble.blocking?.label;
  if (label) lines.push(say('fault.blocking', { label }));
  if (trouble.nextAt)
    lines.push(say(opens(trouble.rule) ? 'fault.opensAt' : 'fault.nextAt', { time: f.moment(trouble.nextAt) }));
  const way = `fault.way.${trouble.rule as keyof Messages['fault']['way']}`;
  if (say.has(way)) lines.push(say(way));
  return { title: say(`fault.title.${trouble.code}`), lines, blocking: trouble.blocking ?? null };
}

const opens = (rule: string) => rule === 'not-released' || rule === 'horizon';
