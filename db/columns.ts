import { customType, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Instants are stored with their zone; the region shows them in Asia/Shanghai. */
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
export const createdAt = () => at('created_at').notNull().defaultNow();
/** Identifiers are UUIDv7 made by the application, so that a row's references exist before the insert. */
export const id = (name = 'id') => uuid(name).notNull();

/** Words of machines, compared byte by byte: the order of a language costs an index twenty times as much. */
export const word = customType<{ data: string }>({ dataType: () => 'text collate "C"' });
