import type { RuleState } from '#server/navigation/learn/schema.ts';
import type { Tone } from '../../_ui/callout.tsx';

/** The colour that underlines a state's word. */
export const stateTones: Record<RuleState, Tone> = {
  draft: 'info',
  proposed: 'wait',
  approved: 'good',
  withdrawn: 'plain',
  'rolled-back': 'stop',
};
