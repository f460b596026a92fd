import type { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';
import { enter } from './check-in.ts';
import { findScreen } from './queries/screens.ts';
import type { CheckedIn, kioskInput } from './schema.ts';

/** A kiosk in the hall: its own token says where it stands, the code or QR of the proof says who comes. */
export async function checkInAtKiosk(ctx: Context, input: z.infer<typeof kioskInput>): Promise<CheckedIn> {
  const kiosk = await findScreen(ctx, input);
  if (kiosk.kind !== 'kiosk') throw notFound('screen');
  const { facilityId, code } = readProof(input.code, kiosk.facilityId);
  if (facilityId !== kiosk.facilityId) throw refused('wrong-hospital', { params: await nameOf(ctx, facilityId) });
  const { rows } = await ctx.db.pool.query<{ id: string }>({
    name: 'find-appointment-by-code',
    text: 'select id from appointments where facility_id = $1 and code = $2',
    values: [facilityId, code],
  });
  if (!rows[0]) throw notFound('code');
  return enter(ctx, { facilityId, appointmentId: rows[0].id }, true);
}

/** `HM1:<facility>:<code>` as the proof's QR holds it, or a code as it is typed: with or without the blank. */
export function readProof(typed: string, here: string): { facilityId: string; code: string } {
  const qr = /^HM1:(\w+):(\w+)$/i.exec(typed.trim());
  if (qr) return { facilityId: (qr[1] ?? '').toUpperCase(), code: (qr[2] ?? '').toUpperCase() };
  return { facilityId: here, code: typed.replace(/[\s-]/g, '').toUpperCase() };
}

async function nameOf(ctx: Pick<Context, 'db'>, facilityId: string): Promise<{ facility: string }> {
  const { rows } = await ctx.db.pool.query<{ name: string }>('select name from facilities where id = $1', [facilityId]);
  return { facility: rows[0]?.name ?? facilityId };
}
