import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { digestOf } from '../check-public-file.ts';
import { format } from '../draw-order.ts';
import type { DrawKey } from '../find-draw.ts';
import type { PublicFile } from '../schema/public-file.ts';
import type { drawOutput, listDrawsInput, listDrawsOutput } from '../schema.ts';
import { type LineRow, lineColumns, lineJoins, listLines, toLine } from './lines.ts';

type Read = Pick<Context, 'db' | 'clock'>;

/** Draws everywhere, or of one facility: nothing in them is about a person. */
export async function listDraws(
  ctx: Read,
  { facilityId }: z.infer<typeof listDrawsInput>,
): Promise<z.infer<typeof listDrawsOutput>> {
  const where = facilityId ? { text: 'w.facility_id = $2', values: [facilityId] } : { text: 'true', values: [] };
  return { draws: await listLines(ctx, where), asOf: ctx.clock.now() };
}

type Row = LineRow & {
  commitment: string;
  committedAt: Date;
  seed: string | null;
  listHash: string | null;
  drawnAt: Date | null;
};

async function findRow(ctx: Read, { facilityId, sessionId }: DrawKey): Promise<Row> {
  const { rows } = await ctx.db.pool.query<Row>(
    `select ${lineColumns}, w.commitment, w.committed_at as "committedAt", w.seed, w.list_hash as "listHash", w.drawn_at as "drawnAt"
     from draws w ${lineJoins} where w.facility_id = $1 and w.session_id = $2`,
    [facilityId, sessionId],
  );
  if (!rows[0]) throw notFound('draw');
  return rows[0];
}

/** All that the public page shows: the promise from the beginning, counts by channel, and the seed once it is done. */
export async function getDrawView(ctx: Read, key: DrawKey): Promise<z.infer<typeof drawOutput>> {
  const asOf = ctx.clock.now();
  const row = await findRow(ctx, key);
  const { rows: byChannel } = await ctx.db.pool.query<z.infer<typeof drawOutput>['draw']['byChannel'][number]>(
    `select channel, count(*) as requests, count(*) filter (where status = 'won') as won from draw_entries
     where facility_id = $1 and session_id = $2 and status <> 'withdrawn' group by channel order by 2 desc, 1`,
    [key.facilityId, key.sessionId],
  );
  const digest = row.status === 'drawn' ? (await getPublicFile(ctx, key)).digest : null;
  return { draw: { ...toLine(row, asOf), byChannel, digest }, asOf };
}

type Entry = {
  id: string;
  channel: PublicFile['entries'][number]['channel'];
  status: string;
  ticket: number | null;
} & {
  later: boolean;
  reason: string | null;
};

/** What anyone may download of a finished draw. Until then there is none. */
export async function getPublicFile(ctx: Read, key: DrawKey): Promise<PublicFile> {
  const row = await findRow(ctx, key);
  if (row.status !== 'drawn' || !row.seed || !row.listHash || !row.drawnAt) throw notFound('draw-file');
  const { rows } = await ctx.db.pool.query<{ offered: number[]; entries: Entry[] | null }>(
    `select w.offered, (
       select json_agg(json_build_object('id', e.id, 'channel', e.channel, 'status', e.status, 'ticket', e.ticket_number,
         'later', e.later, 'reason', e.reason) order by e.id)
       from draw_entries e where e.facility_id = w.facility_id and e.session_id = w.session_id and e.status <> 'withdrawn') as entries
     from draws w where w.facility_id = $1 and w.session_id = $2`,
    [key.facilityId, key.sessionId],
  );
  const { facilityId, facilityName, sessionId, departmentName, practitionerName, date, halfDay } = row;
  const file: Omit<PublicFile, 'digest'> = {
    ...{ format, facilityId, facilityName, sessionId, departmentName, practitionerName, date, halfDay },
    opensAt: row.opensAt.toISOString(),
    closesAt: row.closesAt.toISOString(),
    commitment: row.commitment,
    committedAt: row.committedAt.toISOString(),
    seed: row.seed,
    listHash: row.listHash,
    drawnAt: row.drawnAt.toISOString(),
    tickets: rows[0]?.offered ?? [],
    entries: (rows[0]?.entries ?? []).map(toEntry),
  };
  return { ...file, digest: digestOf(file) };
}

function toEntry({ id, channel, status, ticket, later, reason }: Entry): PublicFile['entries'][number] {
  if (status === 'won' && ticket !== null) {
    return { id, channel, result: 'won', ticket, ...(later ? { later: true as const } : {}) };
  }
  return status === 'passed' ? { id, channel, result: 'passed', rule: reason ?? '' } : { id, channel, result: 'lost' };
}
