import type { HisHealth } from '#server/reports/schema.ts';
import type { Text } from '../_text/server.ts';
import { StatusBadge, type Tone } from '../_ui/callout.tsx';
import css from './office.module.css';

const tones: Record<HisHealth, Tone> = { ok: 'good', new: 'info', late: 'wait', failing: 'stop', stopped: 'plain' };

export const HealthBadge = ({ health, t }: { health: HisHealth; t: Text['t'] }) => (
  <StatusBadge tone={tones[health]}>{t(`office.health.${health}`)}</StatusBadge>
);

/** A moment, or "never". */
export const Moment = ({ at, t, f }: { at: Date | null; t: Text['t']; f: Text['f'] }) => (
  <span className={css.moment}>
    {at ? <time dateTime={at.toISOString()}>{f.moment(at)}</time> : t('office.hospitals.never')}
  </span>
);

const faults = [
  'timeout',
  'foreign-link',
  'redirect',
  'private-address',
  'too-large',
  'truncated',
  'bad-json',
  'http',
  'network',
  'loop',
] as const;

/** What went wrong in words, and below it the note of the connection for whoever mends it. */
export function HisTrouble({ error, t }: { error: string; t: Text['t'] }) {
  const fault = faults.find((kind) => error.startsWith(kind));
  return (
    <>
      {fault ? <span className={css.fault}>{t(`office.hisFault.${fault}`)}</span> : null}
      <span className={css.error}>{error}</span>
    </>
  );
}
