import type { ActorOf } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';

type Official = ActorOf<'official'>;

/** The area of an official's office; an account without one has no desk. */
export function requireOffice({ regionPath }: Pick<Official, 'regionPath'>): string {
  if (!regionPath) throw notFound('review');
  return regionPath;
}

/** Whose reviews an official reads: those of the own office and of offices below it (B9). */
export const mayReadReview = ({ regionPath }: Pick<Official, 'regionPath'>, officePath: string): boolean =>
  regionPath.length > 0 && officePath.startsWith(regionPath);

/** Who decides on findings: the office that drew; above it only on what a hospital left too long. */
export function mayJudge(actor: Pick<Official, 'regionPath'>, officePath: string, escalated: boolean): boolean {
  if (actor.regionPath === officePath) return officePath.length > 0;
  return escalated && mayReadReview(actor, officePath);
}

/** Throws not-found for a review of elsewhere, and says whose it is to somebody who may only read it. */
export function requireJudge(actor: Official, officePath: string, escalated: boolean): void {
  if (!mayReadReview(actor, officePath)) throw notFound('review');
  if (!mayJudge(actor, officePath, escalated)) throw refused('review-other-office');
}
