import type { Outcome } from '#server/stoppages/schema.ts';
import type { Tone } from '../../../_ui/callout.tsx';

/** Those to be called first, then those who decide, then those who are settled. */
export const outcomes: Outcome[] = ['none', 'lapsed', 'declined', 'offered', 'placed', 'gives-up'];

export const tones: Record<Outcome, Tone> = {
  none: 'stop',
  lapsed: 'stop',
  declined: 'stop',
  offered: 'wait',
  placed: 'good',
  'gives-up': 'plain',
};
