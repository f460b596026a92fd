import { recordAccess } from '../access/record-access.ts';
import { findGround, type Ground } from '../consents/find-ground.ts';
import { findRights } from '../consents/find-rights.ts';
import { expectClinician } from '../consents/policy.ts';
import { type Opening, openingFor, type Reader } from '../consents/rules.ts';
import { readAs } from '../kernel/acting.ts';
import type { Actor, ContextOf } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';
import { findLink } from '../residents/expect-owner.ts';

/** A record that the actor may read, and what of it: made by `openRecord` alone. */
export type RecordScope = Opening & {
  readonly residentId: string;
  readonly ground: Ground | null;
  /** As whom the database is asked. */
  readonly reader: Actor;
};
type Reading = ContextOf<'resident'> | ContextOf<'staff'>;
/** What is looked at, as the person reads it in the list of looks. */
export type Looked =
  | 'record'
  | 'record-visit'
  | 'record-results'
  | 'record-list'
  | 'record-sources'
  | 'record-refresh'
  | 'record-entry'
  | 'record-planning'
  | 'record-taken';

/**
 * Opens a resident's record to the resident, to who acts for them with proof, or to who treats them now; what the
 * person has decided is asked anew each time. Throws not-found for a stranger and the rule that closes it for anybody
 * else. A reading by somebody else leaves an access row before anything is shown.
 */
export async function openRecord(ctx: Reading, residentId: string, what: Looked): Promise<RecordScope> {
  const { reader, ground } = await findReader(ctx, residentId);
  const own = reader.as === 'self';
  const rights = own
    ? { choices: [], denials: [] }
    : await readAs(ctx, { asked: residentId }, (db) => findRights(db, residentId));
  const verdict = openingFor(reader, rights);
  if ('rule' in verdict) throw refused(verdict.rule);
  if (!own) await recordAccess(ctx, [residentId], what, ground?.basis ?? 'family');
  const { opening } = verdict;
  const topics = own && lists.includes(what) ? opening.topics.filter((topic) => topic !== sealed) : opening.topics;
  return { ...opening, topics, residentId, ground, reader: ctx.actor };
}

/** Not in one's own lists either, for whoever looks over a shoulder: it has a page of its own that is opened first (C8). */
const sealed = 'family_planning';
const lists: readonly Looked[] = ['record', 'record-visit', 'record-results', 'record-list'];

/** As whom the actor comes: by proof of kinship, or by a relationship of treatment. */
async function findReader(ctx: Reading, residentId: string): Promise<{ reader: Reader; ground: Ground | null }> {
  if (isStaff(ctx)) {
    expectClinician(ctx.actor);
    const { accountId, facilityId, name } = ctx.actor;
    const ground = await findGround(ctx, residentId);
    return { reader: { as: 'staff', basis: ground?.basis ?? null, accountId, facilityId, name }, ground };
  }
  if (residentId === ctx.actor.residentId) return { reader: { as: 'self' }, ground: null };
  const link = await findLink(ctx, residentId);
  if (!link) throw notFound('resident');
  return { reader: { as: 'family', ...link }, ground: null };
}

const isStaff = (ctx: Reading): ctx is ContextOf<'staff'> => ctx.actor.kind === 'staff';
