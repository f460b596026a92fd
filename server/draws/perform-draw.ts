import type { Context } from '../kernel/context.ts';
import { closeIntake } from './close-intake.ts';
import type { DrawKey } from './find-draw.ts';
import { finishDraw } from './finish-draw.ts';
import { placeWinners } from './place-winners.ts';

/**
 * Closes, gives the numbers and finishes, each step whole or not at all. It may be called at any time, twice at once,
 * and again after a death at any point: there is one draw with one result.
 */
export async function performDraw(ctx: Context, key: DrawKey): Promise<void> {
  await closeIntake(ctx, key);
  if (await placeWinners(ctx, key)) await finishDraw(ctx, key);
}
