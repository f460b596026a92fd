import type { z } from 'zod';
import type { ContextOf } from '../../kernel/context.ts';
import { poolsFor } from '../../schedules/pool-rules.ts';
import { browse, getSession } from '../../schedules/queries/browse.ts';
import type { browseOutput } from '../../schedules/schema.ts';
import { expectStaff } from '../policy.ts';
import type { deskSession, deskSessionInput, deskSessionsInput } from '../schema/proxy.ts';
import { doorOf } from './door.ts';

type Ctx = ContextOf<'staff'>;

/** The department's coming sessions, with the numbers that this desk may give out: its kept ones count (A15, A48). */
export async function listSessionsAtDesk(
  ctx: Ctx,
  { departmentId, days }: z.infer<typeof deskSessionsInput>,
): Promise<z.infer<typeof browseOutput>> {
  expectStaff(ctx.actor, ctx.actor.facilityId, 'proxy');
  const facilityId = departmentId.split(':')[0] ?? '';
  return browse(ctx, { departmentId, days }, await doorOf(ctx, facilityId));
}

/** One session and its time windows as this desk may give them out, and how many of its numbers are kept for the desk. */
export async function getSessionAtDesk(
  ctx: Ctx,
  input: z.infer<typeof deskSessionInput>,
): Promise<z.infer<typeof deskSession>> {
  expectStaff(ctx.actor, ctx.actor.facilityId, 'proxy');
  const door = await doorOf(ctx, input.facilityId);
  const session = await getSession(ctx, input, door);
  const own = poolsFor[door].find((pool) => pool !== 'public');
  const kept = session.kept.find(({ pool }) => pool === own);
  return { ...session, own: kept ?? null };
}
