import type { ContextOf } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';

/** Levels of office that answer for a hospital's connection: province and city. */
const officeLevelMost = 2;

type Official = Pick<ContextOf<'official'>, 'db' | 'actor'>;

/** The hospital lies in the official's area, else it does not exist for them. */
export async function requireArea(ctx: Official, facilityId: string): Promise<void> {
  const { rows } = await ctx.db.pool.query<{ path: string }>(
    `select region_path as path from facilities where id = $1 and kind = 'hospital'`,
    [facilityId],
  );
  if (!rows[0] || !ctx.actor.regionPath || !rows[0].path.startsWith(ctx.actor.regionPath)) throw notFound('facility');
}

/** It lies in their area, and their office may decide on its connection. */
export async function requireOversight(ctx: Official, facilityId: string): Promise<void> {
  await requireArea(ctx, facilityId);
  if (ctx.actor.level > officeLevelMost) throw refused('office-level-needed', { params: { level: officeLevelMost } });
}
