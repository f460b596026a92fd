import type { z } from 'zod';
import { readAs } from '../kernel/acting.ts';
import type { Context } from '../kernel/context.ts';
import { cursorAt, placeOf } from '../kernel/page.ts';
import { noticeTypes, wantedByDefault } from './rules.ts';
import type { choicesOutput, NoticeChannel, NoticeType, noticesOutput } from './schema.ts';

type Page = { cursor?: string | null | undefined; limit: number };

/** Messages of the people in `residentIds`, newest first; the cursor is the last one's time and id. */
export async function listNotices(
  ctx: Pick<Context, 'db' | 'actor'>,
  residentIds: string[],
  page: Page,
): Promise<z.infer<typeof noticesOutput>> {
  const [at, id] = placeOf(page.cursor);
  const { rows } = await readAs(ctx, {}, (db) =>
    db.query({
      name: 'list-notices',
      text: `select n.id, n.resident_id as "residentId", n.kind, n.params, n.link, n.created_at as "createdAt", n.read_at as "readAt",
                  (select count(*) from notices u where u.resident_id = any($1::uuid[]) and u.read_at is null) as unread
           from notices n where n.resident_id = any($1::uuid[])
             and ($2::timestamptz is null or (n.created_at, n.id) < ($2::timestamptz, $3::uuid))
           order by n.created_at desc, n.id desc limit $4`,
      values: [residentIds, at, id, page.limit + 1],
    }),
  );
  const items = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? items.at(-1) : undefined;
  return { items, next: last ? cursorAt(last.createdAt, last.id) : null, unread: rows[0]?.unread ?? 0 };
}

/** Marks one message, or all, as read. Harmless when repeated. */
export async function markRead(
  ctx: Pick<Context, 'db' | 'clock' | 'actor'>,
  residentIds: string[],
  noticeId: string | null,
) {
  await readAs(ctx, {}, (db) =>
    db.query(
      `update notices set read_at = $3 where resident_id = any($1::uuid[]) and read_at is null and ($2::uuid is null or id = $2)`,
      [residentIds, noticeId, ctx.clock.now()],
    ),
  );
  return { done: true as const };
}

/** Every type and channel with what this person chose, or what holds without a choice. */
export async function listChoices(
  ctx: Pick<Context, 'db' | 'actor'>,
  residentId: string | null,
): Promise<z.infer<typeof choicesOutput>> {
  const { rows } = await readAs(ctx, {}, (db) =>
    db.query<{ type: NoticeType; channel: NoticeChannel; wanted: boolean }>({
      name: 'list-notice-choices',
      text: 'select type, channel, wanted from notice_choices where resident_id = $1',
      values: [residentId],
    }),
  );
  const channels = Object.keys(wantedByDefault) as NoticeChannel[];
  const choices = noticeTypes.flatMap((type) =>
    channels.map((channel) => {
      const chosen = rows.find((row) => row.type === type && row.channel === channel);
      return { type, channel, wanted: chosen?.wanted ?? wantedByDefault[channel] };
    }),
  );
  return { choices };
}
