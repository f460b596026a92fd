import type { Database } from '#db/client.ts';
import { composeRules, labelOf, liveAt, programLabel, type RuleSet, type StoredVersion } from './rule-set.ts';
import { shippedRules } from './shipped.ts';

/** What the guide answers by at one moment, and a label of it for counts and for answers that are kept. */
export type LiveRules = RuleSet & {
  version: string;
  /** program: nothing is stored, so the rules that came with the program apply. */
  origin: 'database' | 'program';
  /** Stored rules that this program cannot read; those that came with it apply instead. */
  unreadable: string[];
};

/** How long a process goes on with what it read: another one's approval is in force here within this time. */
const keptMs = 3000;

type Kept = { readAt: number; stored: Promise<StoredVersion[]>; composed: Map<string, LiveRules> };
const kept = new WeakMap<Database['pool'], Kept>();

/** The rules that apply at `at`. The same arrays come back while the same versions apply. */
export async function findLiveRules(db: Pick<Database, 'pool'>, at: Date): Promise<LiveRules> {
  const { stored, composed } = read(db.pool);
  const versions = await stored;
  if (versions.length === 0) return programRules;
  const current = liveAt(versions, at);
  const label = labelOf(current);
  const known = composed.get(label);
  if (known) return known;
  const live: LiveRules = { ...composeRules(current, shippedRules), version: label, origin: 'database' };
  composed.set(label, live);
  return live;
}

const programRules: LiveRules = {
  ...shippedRules,
  version: programLabel(shippedRules),
  origin: 'program',
  unreadable: [],
};

/** After a change of one's own: the next answer is given by the new rules. */
export const forgetLiveRules = (db: Pick<Database, 'pool'>): boolean => kept.delete(db.pool);

function read(pool: Database['pool']): Kept {
  const now = performance.now();
  const known = kept.get(pool);
  if (known && now - known.readAt < keptMs) return known;
  const fresh: Kept = { readAt: now, stored: readApproved(pool), composed: known?.composed ?? new Map() };
  fresh.stored.catch(() => kept.delete(pool));
  kept.set(pool, fresh);
  return fresh;
}

/** Approved versions of every rule, their time come or not, so that a day's change needs no reading. */
export async function readApproved(db: Pick<Database['pool'], 'query'>): Promise<StoredVersion[]> {
  const { rows } = await db.query<StoredVersion>({
    name: 'approved-guide-rules',
    text: `select rule_id as "ruleId", version, kind, content, ends, state, shipped, author_id as "authorId",
             proposed_by as "proposedBy", live_from as "liveFrom"
           from guide_rules where state = 'approved'`,
  });
  return rows;
}
