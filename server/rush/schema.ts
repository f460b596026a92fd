import { z } from 'zod';

export const rushInput = z.object({
  facilityId: z.string().max(20),
  sessionId: z.uuid(),
  /** The pass of an earlier visit to this page, if the browser still holds one. */
  pass: z.string().max(200).nullish(),
});

/**
 * early: the line has not opened. open: one may join. before: in line, numbers are not released yet. waiting: released,
 * one's turn is to come. turn: go and book. none: no line, whoever wants may book.
 */
export const rushStates = ['early', 'open', 'before', 'waiting', 'turn', 'none'] as const;

export const rushView = z.object({
  state: z.enum(rushStates),
  releaseAt: z.date(),
  /** When the line opens. */
  opensAt: z.date(),
  /** People in this line, all of them. */
  people: z.number().int(),
  /** Own place, known once the numbers are released. */
  place: z.number().int().nullable(),
  /** People before one whose turn has not come yet. */
  ahead: z.number().int().nullable(),
  /** Between these one's turn comes. */
  turnFrom: z.date().nullable(),
  turnTo: z.date().nullable(),
  /** Free numbers of this clinic. */
  free: z.number().int(),
  /** When to ask again. */
  askAgainMs: z.number().int(),
  asOf: z.date(),
});
export const joinOutput = z.object({ pass: z.string(), keepUntil: z.date() });
export type RushView = z.infer<typeof rushView>;
