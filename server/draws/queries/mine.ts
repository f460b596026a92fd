import type { z } from 'zod';
import type { ContextOf } from '../../kernel/context.ts';
import { findPeople, reachOf } from '../../residents/queries.ts';
import { receiptOf } from '../enter-draw.ts';
import type { mineInput, mineOutput, OwnEntry } from '../schema.ts';
import { type LineRow, lineColumns, lineJoins, toLine } from './lines.ts';

type Row = LineRow &
  Omit<OwnEntry, keyof LineRow | 'phase' | 'receipt' | 'residentName' | 'status'> & { entryStatus: OwnEntry['status'] };

/** Requests of the account's people, first from the own list on the resident axis, then with the facts of each draw. */
export async function listMyEntries(
  ctx: ContextOf<'resident'>,
  { sessionId }: z.infer<typeof mineInput>,
): Promise<z.infer<typeof mineOutput>> {
  const asOf = ctx.clock.now();
  const { rows: own } = await ctx.db.pool.query<{ facilityId: string; id: string }>(
    `select facility_id as "facilityId", entry_id as id from resident_draws
     where resident_id = any($1::uuid[]) and ($2::uuid is null or session_id = $2) order by created_at desc limit 50`,
    [await reachOf(ctx), sessionId ?? null],
  );
  if (own.length === 0) return { entries: [], asOf };
  const { rows } = await ctx.db.pool.query<Row>(
    `select ${lineColumns}, e.id as "entryId", e.resident_id as "residentId", e.channel, e.status as "entryStatus", e.place,
       e.ticket_number as "ticketNumber", e.reason as rule, e.appointment_id as "appointmentId"
     from draw_entries e join draws w on w.facility_id = e.facility_id and w.session_id = e.session_id ${lineJoins}
     where e.facility_id = any($1) and e.id = any($2::uuid[]) order by w.closes_at desc, e.id`,
    [[...new Set(own.map((row) => row.facilityId))], own.map((row) => row.id)],
  );
  const people = await findPeople(
    ctx.db.pool,
    rows.map((row) => row.residentId),
  );
  const entries = rows.map(({ entryStatus, ...row }) => ({
    ...toLine(row, asOf),
    status: entryStatus,
    receipt: receiptOf(row.entryId),
    residentName: people.get(row.residentId)?.name ?? '',
  }));
  return { entries, asOf };
}
