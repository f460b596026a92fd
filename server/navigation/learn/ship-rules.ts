import { isDeepStrictEqual } from 'node:util';
import { regionInstant } from '../../kernel/clock.ts';
import type { Services } from '../../kernel/context.ts';
import { type Tx, transact } from '../../kernel/transaction.ts';
import { forgetLiveRules, readApproved } from './live-rules.ts';
import { asContents, type StoredVersion } from './rule-set.ts';
import type { RuleContent } from './schema.ts';
import { shippedRules } from './shipped.ts';
import { shippedCases } from './shipped-cases.ts';
import { lockRules, type Queryable } from './versions.ts';

type Ctx = Pick<Services, 'db' | 'clock' | 'ids'>;

/**
 * Stores the rules and cases that came with the program: version 1 of each rule, and a new version where the
 * program brings another wording and no clinician has changed the rule. What clinicians decided is never
 * touched, so running it at each start is harmless.
 */
export async function shipRules(ctx: Ctx): Promise<{ rules: number; cases: number }> {
  const stored = await transact(ctx.db, async (tx) => {
    await lockRules(tx);
    const known = Map.groupBy(await listAll(tx.client), ({ ruleId }) => ruleId);
    const now = ctx.clock.now();
    let rules = 0;
    for (const rule of asContents(shippedRules)) rules += await shipRule(tx, now, rule, known.get(rule.content.id));
    const gone = [...known].filter(([id]) => !asContents(shippedRules).some(({ content }) => content.id === id));
    for (const [, versions] of gone) rules += await endRule(tx, now, versions);
    return { rules, cases: await shipCases(ctx, tx, now) };
  });
  forgetLiveRules(ctx.db);
  return stored;
}

/** Before the first change: a change is compared with what applies, so that must be stored. */
export async function shipRulesOnce(ctx: Ctx): Promise<void> {
  if ((await readApproved(ctx.db.pool)).length === 0) await shipRules(ctx);
}

type Known = Pick<StoredVersion, 'ruleId' | 'version' | 'kind' | 'content' | 'ends' | 'shipped'>;

async function listAll(db: Queryable): Promise<Known[]> {
  const { rows } = await db.query<Known>(
    'select rule_id as "ruleId", version, kind, content, ends, shipped from guide_rules order by rule_id, version desc',
  );
  return rows;
}

const untouched = (versions: Known[]) => versions.every(({ shipped }) => shipped);

async function shipRule(tx: Tx, now: Date, rule: RuleContent, versions: Known[] = []): Promise<number> {
  const newest = versions[0];
  const { kind, content } = rule;
  if (!newest) {
    // what was reviewed with the first program applies from the day it names
    const wished = regionInstant(content.validFrom, '00:00');
    return insertShipped(
      tx,
      { ruleId: content.id, version: 1, kind, content, ends: false },
      wished < now ? wished : now,
    );
  }
  if (!untouched(versions) || (isDeepStrictEqual(newest.content, plain(content)) && !newest.ends)) return 0;
  return insertShipped(tx, { ruleId: content.id, version: newest.version + 1, kind, content, ends: false }, now);
}

const plain = (content: object): unknown => JSON.parse(JSON.stringify(content));

async function endRule(tx: Tx, now: Date, versions: Known[]): Promise<number> {
  const newest = versions[0];
  if (!newest || newest.ends || !untouched(versions)) return 0;
  return insertShipped(tx, { ...newest, version: newest.version + 1, ends: true }, now);
}

async function insertShipped(tx: Tx, version: Omit<Known, 'shipped'>, liveFrom: Date): Promise<number> {
  const { ruleId, kind, content, ends } = version;
  await tx.client.query(
    `insert into guide_rules (rule_id, version, kind, content, ends, state, shipped, reason, author_id, live_from, updated_at)
     values ($1, $2, $3, $4, $5, 'approved', true, '', 'program', $6, $6)`,
    [ruleId, version.version, kind, JSON.stringify(content), ends, liveFrom],
  );
  return 1;
}

/** Cases are only added: one that the program no longer brings stays until two clinicians leave it out. */
async function shipCases(ctx: Ctx, tx: Tx, now: Date): Promise<number> {
  const rows = shippedCases.map((each) => ({ ...each, id: ctx.ids.next() }));
  const { rowCount } = await tx.client.query(
    `insert into guide_cases (id, text, facts, expects, label, reason, shipped, author_id, author_name, created_at)
     select id, text, facts, expects, label, reason, true, 'program', '', $2
     from jsonb_to_recordset($1::jsonb) as c (id uuid, text text, facts jsonb, expects text, label text, reason text)
     on conflict (text, facts) do nothing`,
    [JSON.stringify(rows), now],
  );
  return rowCount ?? 0;
}
