import { regionDay } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { findResidentOf } from '../records/find-resident-of.ts';
import { checkAll } from './checks.ts';
import { reviewRulesOn } from './rules.ts';
import { findSince } from './sample.ts';
import type { FindingRule } from './schema/words.ts';
import type { Sheet } from './schema.ts';
import { type Written, writeSheet } from './write-sheet.ts';

type Item = {
  entryId: string;
  entries: string[];
  sheet: Sheet;
  laterEntries: string[] | null;
  later: Sheet | null;
};
type Finding = { id: string; rule: FindingRule; line: number | null; foundBy: 'check' | 'official' };

/**
 * Reads a sampled visit again and keeps what its hospital sent since beside what was drawn, with what the checks say
 * of each finding now. Nothing new changes nothing, nor does a reading that ends after a later one. True if something
 * newer is there.
 */
export async function rereadItem(ctx: Context, facilityId: string, itemId: string): Promise<boolean> {
  const { rows } = await ctx.db.pool.query<Item>({
    name: 'find-review-item-to-reread',
    text: `select entry_id as "entryId", entries, sheet, later_entries as "laterEntries", later
           from review_items where facility_id = $1 and id = $2`,
    values: [facilityId, itemId],
  });
  const item = rows[0];
  if (!item) return false;
  const residentId = await findResidentOf(ctx, item.entryId);
  if (!residentId) return false;
  const since = await findSince(ctx, facilityId);
  const now = await writeSheet(ctx, { residentId, entryId: item.entryId, facilityId, since }, 'review');
  if (!now || !isNews(now, item)) return false;
  return transact(ctx.db, async (tx) => {
    const { rowCount } = await tx.client.query(
      `update review_items set later = $3, later_entries = $4, later_at = $5
       where facility_id = $1 and id = $2 and coalesce(later_at, sheet_at) <= $5`,
      [facilityId, itemId, JSON.stringify(now.sheet), now.entries, now.readAt],
    );
    if (rowCount === 0) return false;
    await noteMended(tx, facilityId, itemId, item, now);
    return true;
  });
}

const versions = (sheet: Sheet, entries: readonly string[]) =>
  sheet.lines
    .map((line, i) => `${entries[i]}~${line.version}`)
    .sort()
    .join(' ');

/** Another version of a line, a line more or a line less than was read last. */
const isNews = (now: Written, { sheet, entries, later, laterEntries }: Item): boolean =>
  versions(now.sheet, now.entries) !== versions(later ?? sheet, laterEntries ?? entries);

/** A check that finds nothing any more says that it is mended; what an official wrote only people can judge. */
async function noteMended(tx: Tx, facilityId: string, itemId: string, item: Item, now: Written): Promise<void> {
  const { rows } = await tx.client.query<Finding>(
    `select id, rule, line, found_by as "foundBy" from review_findings where facility_id = $1 and item_id = $2 for update`,
    [facilityId, itemId],
  );
  const found = checkAll(now.sheet, reviewRulesOn(regionDay(now.readAt)));
  const still = new Set(found.map((one) => keyOf(one, now.entries)));
  for (const finding of rows) {
    if (finding.foundBy !== 'check') continue;
    const mended = still.has(keyOf(finding, item.entries)) ? 'no' : 'yes';
    await tx.client.query('update review_findings set mended = $3 where facility_id = $1 and id = $2', [
      ...[facilityId, finding.id, mended],
    ]);
  }
}

/** What is the same finding in two readings; a visit is late as a whole, whichever of its lines came last. */
const keyOf = ({ rule, line }: Pick<Finding, 'rule' | 'line'>, entries: readonly string[]): string =>
  line === null || rule === 'late' ? rule : `${rule} ${entries[line]}`;
