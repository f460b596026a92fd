import { notFound, refused } from '../kernel/errors.ts';
import type { Tx } from '../kernel/transaction.ts';
import { moves } from './rules.ts';
import type { FindingState, Move } from './schema/words.ts';

export type Locked = {
  id: string;
  reviewId: string;
  itemId: string;
  state: FindingState;
  escalatedAt: Date | null;
  officePath: string;
};

/** A finding with whose review it is, held until the commit: of two who decide at once the second meets the new state. */
export async function lockFinding(tx: Tx, facilityId: string, id: string): Promise<Locked> {
  const { rows } = await tx.client.query<Locked>({
    name: 'lock-review-finding',
    text: `select f.id, f.review_id as "reviewId", f.item_id as "itemId", f.state, f.escalated_at as "escalatedAt",
             r.office_path as "officePath"
           from review_findings f join reviews r on r.id = f.review_id
           where f.facility_id = $1 and f.id = $2 for update of f`,
    values: [facilityId, id],
  });
  if (!rows[0]) throw notFound('finding');
  return rows[0];
}

/** Throws unless the move leads on from here, and has the words it needs. */
export function expectMove(state: FindingState, move: Move, comment: string): FindingState {
  const { from, to, words } = moves[move];
  if (!from.includes(state)) throw refused('finding-moved', { params: { state } });
  if (words && comment.length < 4) throw refused('finding-words');
  return to;
}
