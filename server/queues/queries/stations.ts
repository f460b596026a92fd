import type { ContextOf } from '../../kernel/context.ts';
import type { Station } from './line-facts.ts';

/** The room in which the signed-in doctor works at this moment, or null. */
export async function findOwnStation({ db, actor }: Pick<ContextOf<'staff'>, 'db' | 'actor'>): Promise<Station | null> {
  const { rows } = await db.pool.query<Station>({
    name: 'find-own-station',
    text: `select id, session_id as "sessionId", room, doctor, opened_at as "openedAt" from queue_stations
           where facility_id = $1 and account_id = $2 and closed_at is null`,
    values: [actor.facilityId, actor.accountId],
  });
  return rows[0] ?? null;
}
