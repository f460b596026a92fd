import { regionInstant } from '../../kernel/clock.ts';
import { refused } from '../../kernel/errors.ts';
import type { StoredVersion } from './rule-set.ts';
import type { ReplayView } from './schema.ts';

/** The start of the day that the version names, or now when that day has begun: nothing applies backwards. */
export function goesLiveAt({ content }: StoredVersion, now: Date): Date {
  const wished = regionInstant((content as { validFrom: string }).validFrom, '00:00');
  return wished > now ? wished : now;
}

/** After the replay is kept: throws when the change loses the alarm of a stored emergency (E3: the bar is none). */
export function refuseLoss({ lost }: ReplayView): void {
  const [first] = lost;
  if (first) throw refused('guide-loses-emergency', { params: { count: lost.length, first: first.text } });
}
