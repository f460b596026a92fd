import type { Channel, ContextOf } from '../../kernel/context.ts';
import type { Door } from '../../schedules/pool-rules.ts';
import type { Ask } from './ask.ts';

type Desk = Pick<ContextOf<'staff'>, 'db' | 'actor'>;

/** At which door the one who asked stands, for this hospital: its own desk, a township or village, or anybody's. */
export async function doorOf(desk: Desk, facilityId: string): Promise<Door> {
  if (facilityId === desk.actor.facilityId) return 'desk';
  return (await kindOf(desk)) === 'grassroots' ? 'grassroots' : 'online';
}

/** What the figures by channel count. */
export const channelOf = async (desk: Desk, { consent }: Pick<Ask, 'consent'>): Promise<Channel> =>
  consent === 'by-phone' ? 'phone' : kindOf(desk);

/** A hospital's desk, or a township or village. */
async function kindOf({ db, actor }: Desk): Promise<'desk' | 'grassroots'> {
  const { rows } = await db.pool.query<{ kind: string }>('select kind from facilities where id = $1', [
    actor.facilityId,
  ]);
  return rows[0]?.kind === 'hospital' ? 'desk' : 'grassroots';
}
