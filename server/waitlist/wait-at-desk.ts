import type { z } from 'zod';
import { recordAccess } from '../access/record-access.ts';
import { expectStaff } from '../booking/policy.ts';
import { openAsk } from '../booking/proxy/ask.ts';
import { channelOf } from '../booking/proxy/door.ts';
import { noteProxy } from '../booking/proxy/note-proxy.ts';
import type { ContextOf } from '../kernel/context.ts';
import { acceptFor, leaveFor } from './decide-wait.ts';
import { joinFor } from './join-waitlist.ts';
import { listWaits } from './queries.ts';
import type { askedInput, deskJoinInput, deskWaitInput, listMineOutput, WaitView } from './schema.ts';

type Ctx = ContextOf<'staff'>;

/** Who asked at this desk, by the proof the screen holds; what staff do is counted by the way the person asked. */
async function openWish(ctx: Ctx, ask: string) {
  expectStaff(ctx.actor, ctx.actor.facilityId, 'proxy');
  const asked = openAsk(ctx, ask);
  return { asked, as: { ...ctx, channel: await channelOf(ctx, asked) } };
}

/** Where the person who asked stands in waiting lists; the reading leaves an access row. */
export async function listWaitsAtDesk(ctx: Ctx, { ask }: z.infer<typeof askedInput>) {
  const { asked } = await openWish(ctx, ask);
  const found: z.infer<typeof listMineOutput> = await listWaits(ctx, [asked.residentId]);
  await recordAccess(ctx, [asked.residentId], 'waitlist', 'proxy-booking');
  return found;
}

/** Staff put the person at the end of a full session's list, by the rules of everybody (A29, A48). Repeating is harmless. */
export async function joinAtDesk(ctx: Ctx, { ask, ...session }: z.infer<typeof deskJoinInput>): Promise<WaitView> {
  const { asked, as } = await openWish(ctx, ask);
  return joinFor(as, { ...session, residentId: asked.residentId });
}

/** Staff take the number kept for the person, with a slip to print. Accepting again answers with the same appointment. */
export async function acceptAtDesk(ctx: Ctx, { ask, ...which }: z.infer<typeof deskWaitInput>) {
  const { asked, as } = await openWish(ctx, ask);
  return acceptFor(as, which, [asked.residentId], (tx, made) => noteProxy(tx, ctx, asked, made));
}

/** Staff leave the list, or pass the number on, for the person. Leaving twice changes nothing. */
export async function leaveAtDesk(ctx: Ctx, { ask, ...which }: z.infer<typeof deskWaitInput>) {
  const { asked, as } = await openWish(ctx, ask);
  return leaveFor(as, which, [asked.residentId]);
}
