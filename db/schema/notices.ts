import { boolean, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at, createdAt, id } from '../columns.ts';

/** Messages to a resident. The wording is made when read, in the reader's language, from kind and params. */
export const notices = pgTable(
  'notices',
  {
    residentId: uuid('resident_id').notNull(),
    id: id(),
    kind: text('kind').notNull(),
    params: jsonb('params').$type<Record<string, string | number>>().notNull(),
    link: text('link'), // path on the residents' site
    mandatory: boolean('mandatory').notNull().default(true),
    createdAt: createdAt(),
    readAt: at('read_at'),
    smsState: text('sms_state', { enum: ['none', 'queued', 'sent', 'failed'] })
      .notNull()
      .default('none'),
  },
  (t) => [primaryKey({ columns: [t.residentId, t.id] }), index('notices_recent').on(t.residentId, t.createdAt)],
);

/** What a resident chose for one type of message and one channel; without a row the default holds (F7). */
export const noticeChoices = pgTable(
  'notice_choices',
  {
    residentId: uuid('resident_id').notNull(),
    type: text('type', { enum: ['booking', 'reminder', 'queue', 'follow-up'] }).notNull(),
    channel: text('channel', { enum: ['message', 'sms', 'wechat'] }).notNull(),
    wanted: boolean('wanted').notNull(),
    changedAt: at('changed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.residentId, t.type, t.channel] })],
);
