import { kinds } from '#fhir/flat/kinds.ts';
import { UnreadableResource } from '#fhir/resources/resource.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import type { Context } from '../../kernel/context.ts';
import { rehearse, type Tx, transact } from '../../kernel/transaction.ts';
import { findCodeMaps } from '../../records/code-maps.ts';
import { type CodeMaps, hasCommonCodes, readRecord } from '../read-record.ts';
import { readFile } from './read-file.ts';
import type { PassSheet } from './schema.ts';
import { expectUnconnected, type SentFile } from './take-file.ts';
import type { ReadyRow } from './take-rows.ts';
import { takeTables } from './take-tables.ts';
import { tellProblems } from './tell-problems.ts';
import { whileFree } from './while-free.ts';

const gapsMost = 50;

/**
 * Says what would come of a file, row by row, and keeps nothing of it: it goes through the very intake, matching and
 * queue included, in a transaction that is undone. That somebody checked, and how much, stays in the audit.
 */
export async function checkFile(ctx: Context, facilityId: string, sent: SentFile): Promise<PassSheet> {
  await expectUnconnected(ctx, facilityId);
  const checkedAt = ctx.clock.now();
  const file = readFile(sent.bytes);
  const { taken, people, maps } = await whileFree(ctx, () =>
    rehearse(ctx.db, async (tx) => {
      const done = await takeTables((step) => step(tx), { ctx, facilityId, now: checkedAt }, file);
      const people = await countPeople(tx, facilityId, done.ready);
      return { taken: done, people, maps: await findCodeMaps(tx, facilityId) };
    }),
  );
  const { counts, tables, ready, bad } = taken;
  const gaps = gapsIn(ready, maps);
  const what = { action: 'his.file-check', subjectType: 'facility', subjectId: facilityId };
  await transact(ctx.db, (tx) => recordAudit(tx, ctx, { facilityId, ...what, detail: { ...counts, via: sent.via } }));
  return {
    ...{ name: sent.name, checkedAt, ...counts, people },
    tables: kinds.flatMap(({ name, zh, en }) => {
      const own = tables.get(name);
      return own ? [{ kind: { zh, en }, ...own }] : [];
    }),
    gaps: gaps.slice(0, gapsMost),
    gapsMore: gaps.length > gapsMost,
    ...tellProblems(bad, file.broken, ctx.sealing.speakingIds),
  };
}

/** Into whose records the patients of the file were placed. */
async function countPeople(tx: Tx, facilityId: string, ready: readonly ReadyRow[]): Promise<PassSheet['people']> {
  const ids = ready
    .filter(({ source, row }) => source.kind.type === 'Patient' && !row.deleted)
    .map(({ row }) => row.id);
  if (ids.length === 0) return null;
  const { rows } = await tx.client.query<NonNullable<PassSheet['people']>>({
    name: 'count-checked-patients',
    text: `select count(*) filter (where state = 'linked')::int as linked, count(*) filter (where state = 'review')::int as review,
             count(*) filter (where state = 'alone')::int as alone
           from source_patients where facility_id = $1 and source_id = any($2)`,
    values: [facilityId, ids],
  });
  return rows[0] ?? null;
}

/** Codes without a match, the most frequent first; rows that wait for their patient count as well. */
function gapsIn(ready: readonly ReadyRow[], maps: CodeMaps): PassSheet['gaps'] {
  const found = new Map<string, PassSheet['gaps'][number]>();
  for (const { source, row, resource } of ready) {
    if (row.deleted || !hasCommonCodes(source.kind.type)) continue;
    const told = readable(() => readRecord(resource, maps).told);
    if (!told?.gap) continue;
    const bar = told.gap.lastIndexOf('|');
    const fresh = { system: told.gap.slice(0, bar), code: told.gap.slice(bar + 1), label: told.gapLabel, rows: 0 };
    const gap = found.get(told.gap) ?? fresh;
    found.set(told.gap, { ...gap, rows: gap.rows + 1 });
  }
  return [...found.values()].sort((a, b) => b.rows - a.rows || (a.code < b.code ? -1 : 1));
}

/** What cannot be read is named among the rows at fault. */
function readable<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof UnreadableResource) return null;
    throw error;
  }
}
