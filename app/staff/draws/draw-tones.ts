import type { DrawLine } from '#server/draws/schema.ts';
import type { Tone } from '../../_ui/callout.tsx';

export const drawTones: Record<DrawLine['phase'], Tone> = {
  coming: 'info',
  open: 'good',
  drawing: 'wait',
  drawn: 'plain',
  void: 'stop',
};
