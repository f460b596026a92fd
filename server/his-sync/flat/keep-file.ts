import { recordAudit } from '../../audit/record-audit.ts';
import { actorId, type Context } from '../../kernel/context.ts';
import { maskIdNumbersIn } from '../../kernel/id-numbers-in.ts';
import { type Tx, transact } from '../../kernel/transaction.ts';
import type { Counts } from './schema.ts';
import type { FileRead } from './source-row.ts';
import type { BadRow } from './take-rows.ts';

type Kept = {
  name: string;
  via: 'screen' | 'key';
  digest: string;
  counts: Counts;
  bad: readonly BadRow[];
  broken: FileRead['broken'];
  /** What could be read now: earlier faults of these are mended. */
  settled: readonly { kind: string; sourceId: string }[];
};

/** Notes what a file was and what came of each row that was not taken; its cells lie sealed until they are mended. */
export function keepFile(ctx: Context, facilityId: string, kept: Kept): Promise<string> {
  // people put whose table it is into its name
  const file = { ...kept, name: maskIdNumbersIn(kept.name) };
  const id = ctx.ids.next();
  return transact(ctx.db, async (tx) => {
    const { name, via, digest, counts } = file;
    const now = ctx.clock.now();
    await settleRows(tx, facilityId, file, now);
    await tx.client.query(
      `insert into his_files (facility_id, id, received_at, via, account, name, digest, rows, taken, written, withdrawn, waiting, refused)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        ...[facilityId, id, now, via, via === 'screen' ? actorId(ctx.actor) : null, name, digest],
        ...[counts.rows, counts.taken, counts.written, counts.withdrawn, counts.waiting, counts.refused],
      ],
    );
    await insertRows(tx, ctx, facilityId, id, file);
    const what = { action: 'his.file', subjectType: 'his-file', subjectId: id };
    await recordAudit(tx, ctx, { facilityId, ...what, detail: { ...counts, via } });
    return id;
  });
}

async function settleRows(tx: Tx, facilityId: string, file: Kept, now: Date): Promise<void> {
  const { settled, name, via, broken } = file;
  // a program may call every file the same: only what a person sends under a name again takes the place of the one before
  if (via === 'screen' && !broken) {
    await tx.client.query({
      name: 'replace-unreadable-files',
      text: `update his_file_rows b set settled_at = $2, outcome = 'replaced' from his_files f
             where b.facility_id = $1 and b.kind = '' and b.settled_at is null
               and f.facility_id = b.facility_id and f.id = b.file_id and f.name = $3 and f.via = 'screen'`,
      values: [facilityId, now, name],
    });
  }
  await tx.client.query({
    name: 'settle-file-rows',
    text: `update his_file_rows b set settled_at = $2, outcome = 'taken', sealed = null from unnest($3::text[], $4::text[]) as n (kind, id)
           where b.facility_id = $1 and b.kind = n.kind and b.source_id = n.id and b.settled_at is null and not b.waits`,
    values: [facilityId, now, settled.map((one) => one.kind), settled.map((one) => one.sourceId)],
  });
}

async function insertRows(tx: Tx, { sealing }: Context, facilityId: string, fileId: string, { bad, broken }: Kept) {
  const rows = bad.map(({ source, sourceId, faults, waits }) => ({
    ...{ kind: source.kind.name, line: source.line, sourceId, faults, waits },
    sealed: waits ? null : sealing.seal(JSON.stringify([...source.cells])),
  }));
  if (broken)
    rows.push({ kind: '', line: broken.line, sourceId: '', faults: broken.faults, waits: false, sealed: null });
  await tx.client.query({
    name: 'insert-file-rows',
    text: `insert into his_file_rows (facility_id, file_id, kind, line, source_id, faults, waits, sealed)
           select $1, $2, kind, line, source, faults::jsonb, waits, sealed
           from unnest($3::text[], $4::int[], $5::text[], $6::text[], $7::bool[], $8::text[])
             as n (kind, line, source, faults, waits, sealed)`,
    values: [
      ...[facilityId, fileId, rows.map((row) => row.kind), rows.map((row) => row.line)],
      ...[rows.map((row) => row.sourceId), rows.map((row) => JSON.stringify(row.faults))],
      ...[rows.map((row) => row.waits), rows.map((row) => row.sealed)],
    ],
  });
}
