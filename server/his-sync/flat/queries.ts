import type { z } from 'zod';
import { kindNamed, kinds } from '#fhir/flat/kinds.ts';
import type { Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import type { SpeakingIds } from '../../kernel/speaking-ids.ts';
import { nameAccounts } from '../intake/name-accounts.ts';
import { findEndpoint } from '../registry.ts';
import { wordFault } from './fault-words.ts';
import type * as schema from './schema.ts';

type Reads = Pick<Context, 'db' | 'clock' | 'sealing'>;
type FileRow = Omit<schema.FileLine, 'by'> & { account: string | null };

const filesAtOnce = 20;
const rowsAtOnce = 50;

/** Tables and the types of resource that their rows become, for $2 and $3 of `isOpen`. */
export const types = [kinds.map((one) => one.name), kinds.map((one) => one.type)];
/** A row `b` that is still to be mended, or whose patient has not come. */
export const isOpen = `b.settled_at is null and (not b.waits or exists (
  select 1 from his_rejects r join unnest($2::text[], $3::text[]) as t (kind, type) on t.type = r.resource_type
  where r.facility_id = b.facility_id and t.kind = b.kind and r.resource_id = b.source_id and r.settled_at is null))`;
const fileColumns = `f.id, f.name, f.received_at as "receivedAt", f.via, f.account, f.rows, f.taken, f.written, f.withdrawn,
  f.waiting, f.refused, f.closed_at as "closedAt", f.closed_by as "closedBy", f.closed_why as "closedWhy", (select count(*)::int from his_file_rows b
    where b.facility_id = f.facility_id and b.file_id = f.id and ${isOpen}) as open`;

/** Files of one facility, the latest first; the caller has proven the scope. */
export async function listFiles(
  ctx: Reads,
  facilityId: string,
  page: number,
): Promise<z.infer<typeof schema.filesOutput>> {
  const [endpoint, files, about] = await Promise.all([
    findEndpoint(ctx, facilityId),
    ctx.db.pool.query<FileRow>({
      name: 'list-his-files',
      text: `select ${fileColumns} from his_files f where f.facility_id = $1
             order by f.received_at desc, f.id desc limit ${filesAtOnce} offset $4`,
      values: [facilityId, ...types, (page - 1) * filesAtOnce],
    }),
    ctx.db.pool.query<{ total: number; keyMadeAt: Date | null }>({
      name: 'count-his-files',
      text: `select (select count(*)::int from his_files where facility_id = $1) as total,
               (select made_at from his_file_keys where facility_id = $1) as "keyMadeAt"`,
      values: [facilityId],
    }),
  ]);
  return {
    connected: endpoint?.enabled ?? false,
    ...(about.rows[0] ?? { total: 0, keyMadeAt: null }),
    files: await nameSenders(ctx, files.rows),
    pageSize: filesAtOnce,
    asOf: ctx.clock.now(),
  };
}

/** Who sent them, and who closed them. */
async function nameSenders(ctx: Reads, rows: readonly FileRow[]): Promise<schema.FileLine[]> {
  const names = await nameAccounts(
    ctx,
    rows.flatMap((row) => [row.account ?? [], row.closedBy ?? []].flat()),
  );
  const named = (account: string | null) => (account && names.get(account)) ?? null;
  return rows.map(({ account, ...row }) => ({ ...row, by: named(account), closedBy: named(row.closedBy) }));
}

type BadRow = {
  kind: string;
  line: number;
  sourceId: string;
  waits: boolean;
  settled: boolean;
  outcome: schema.BadRow['outcome'];
  faults: schema.Fault[];
};

/** One file with the rows that were not taken, each with its reasons in words; open ones first. */
export async function getFile(
  ctx: Reads,
  facilityId: string,
  { id, page }: z.infer<typeof schema.fileInput>,
): Promise<z.infer<typeof schema.fileOutput>> {
  const [files, rows] = await Promise.all([
    ctx.db.pool.query<FileRow>({
      name: 'get-his-file',
      text: `select ${fileColumns} from his_files f where f.facility_id = $1 and f.id = $4`,
      values: [facilityId, ...types, id],
    }),
    ctx.db.pool.query<BadRow>({
      name: 'list-his-file-rows',
      text: `select b.kind, b.line, b.source_id as "sourceId", b.waits, not (${isOpen}) as settled, b.outcome, b.faults
             from his_file_rows b where b.facility_id = $1 and b.file_id = $4
             order by 5, array_position($2::text[], b.kind) nulls first, b.line limit ${rowsAtOnce} offset $5`,
      values: [facilityId, ...types, id, (page - 1) * rowsAtOnce],
    }),
  ]);
  const [file] = await nameSenders(ctx, files.rows);
  if (!file) throw notFound('his-file');
  return {
    file,
    rows: rows.rows.map((row) => wordRow(row, ctx.sealing.speakingIds)),
    total: file.waiting + file.refused,
    pageSize: rowsAtOnce,
    asOf: ctx.clock.now(),
  };
}

export function wordRow({ kind: name, faults, ...row }: BadRow, { show }: SpeakingIds): schema.BadRow {
  const kind = kindNamed(name);
  return {
    ...row,
    sourceId: show(row.sourceId),
    kind: kind ? { zh: kind.zh, en: kind.en } : null,
    faults: faults.map((one) => wordFault(name, one)),
  };
}

/** The tables a hospital may fill in, explained. */
export const template: schema.Template = kinds.map(({ name, zh, en, columns }) => ({
  name,
  title: { zh, en },
  columns: columns.map((column) => ({
    title: { zh: column.zh, en: column.en },
    needed: column.needed,
    about: column.about,
    words: column.words.filter((one) => one.code !== '').map((one) => ({ zh: one.zh, en: one.en })),
    example: column.example,
  })),
}));
