import type { z } from 'zod';
import { kinds } from '#fhir/flat/kinds.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import type { ContextOf } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { transact } from '../../kernel/transaction.ts';
import type { badRowsOutput } from './schema.ts';

type Sealed = { kind: string; sealed: string };

/**
 * Rows of a file that are still to be mended, as they came, to be mended and sent again. They say who somebody is, so taking
 * them is noted in the audit.
 */
export function takeBadRows(
  ctx: ContextOf<'staff'>,
  facilityId: string,
  fileId: string,
): Promise<z.infer<typeof badRowsOutput>> {
  return transact(ctx.db, async (tx) => {
    const { rows } = await tx.client.query<Sealed>(
      `select kind, sealed from his_file_rows where facility_id = $1 and file_id = $2 and sealed is not null
       order by kind, line`,
      [facilityId, fileId],
    );
    if (rows.length === 0) throw notFound('his-file-rows');
    const what = { action: 'his.file-rows', subjectType: 'his-file', subjectId: fileId };
    await recordAudit(tx, ctx, { facilityId, ...what, detail: { rows: rows.length } });
    const open = (sealed: string) => new Map(JSON.parse(ctx.sealing.open(sealed)) as [string, string][]);
    const tables = kinds.flatMap(({ name, zh, en, columns }) => {
      const own = rows.filter((row) => row.kind === name).map((row) => open(row.sealed));
      if (own.length === 0) return [];
      const cells = own.map((row) => columns.map((column) => row.get(column.en) ?? ''));
      return [{ kind: { zh, en }, headings: columns.map((column) => column.zh), rows: cells }];
    });
    return { tables };
  });
}
