import type { Actor } from '../kernel/context.ts';

/** Officials see and release ledgers of their own area (B9): by the path in the tree alone. */
export const isInArea = (actor: Actor, regionPath: string): boolean =>
  actor.kind === 'official' && actor.regionPath.length > 0 && regionPath.startsWith(actor.regionPath);
