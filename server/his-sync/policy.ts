import type { ContextOf } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';

/** Levels of office that answer for a hospital's connection: province and city. */
const officeLevelMost = 2;

type Official = Pick<ContextOf<'official'>, 'db' | 'actor'>;

/** The facility lies in the official's area, else it does not exist for them. */
export async function requireArea(ctx: Official, facilityId: string): Promise<void> {
  await findInArea(ctx, facilityId);
}

/** A hospital of their area, on whose connection their office may decide. */
export async function requireOversight(ctx: Official, facilityId: string): Promise<void> {
  if ((await findInArea(ctx, facilityId)) !== 'hospital') throw notFound('facility');
  if (ctx.actor.level > officeLevelMost) throw refused('office-level-needed', { params: { level: officeLevelMost } });
}

/** What kind of facility it is. */
async function findInArea({ db, actor }: Official, facilityId: string): Promise<string> {
  const { rows } = await db.pool.query<{ path: string; kind: string }>(
    'select region_path as path, kind from facilities where id = $1',
    [facilityId],
  );
  const [found] = rows;
  if (!found || !actor.regionPath || !found.path.startsWith(actor.regionPath)) throw notFound('facility');
  return found.kind;
}
