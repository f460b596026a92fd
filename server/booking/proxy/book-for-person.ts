import type { z } from 'zod';
import { recordAudit } from '../../audit/record-audit.ts';
import { regionDay } from '../../kernel/clock.ts';
import type { ContextOf } from '../../kernel/context.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { poolsFor } from '../../schedules/pool-rules.ts';
import { hashOf } from '../book.ts';
import { type Made, makeBooking } from '../make-booking.ts';
import { expectStaff } from '../policy.ts';
import type { proxyBookInput } from '../schema/proxy.ts';
import { type Ask, openAsk } from './ask.ts';

/**
 * Staff book for somebody who asked, at any hospital, under the same rules and on the same path as everybody;
 * numbers kept for the desk are given out at the own one, those kept for townships by them. The same key never books twice.
 */
export async function bookForPerson(ctx: ContextOf<'staff'>, input: z.infer<typeof proxyBookInput>): Promise<Made> {
  const { facilityId: own, accountId } = ctx.actor;
  expectStaff(ctx.actor, own, 'proxy');
  const asked = openAsk(ctx, input.ask);
  const { residentId } = asked;
  const { key, facilityId, sessionId, windowStart = null } = input;
  const desk = await deskOf(ctx);
  const channel = asked.consent === 'by-phone' ? 'phone' : desk;
  return makeBooking(
    { ...ctx, channel },
    {
      ...{ residentId, accountId, key, facilityId, sessionId, windowStart },
      bodyHash: hashOf(['proxy', facilityId, sessionId, residentId, windowStart?.toISOString() ?? '']),
      pools: [...poolsFor[facilityId === own ? 'desk' : desk === 'grassroots' ? 'grassroots' : 'online']],
      replaces: null,
      today: regionDay(ctx.clock.now()),
      also: (tx, made) => noteProxy(tx, ctx, asked, made),
    },
  );
}

async function noteProxy(tx: Tx, ctx: ContextOf<'staff'>, asked: Ask, made: Made): Promise<void> {
  const { facilityId, accountId } = ctx.actor;
  await tx.client.query(
    `insert into proxy_bookings (facility_id, appointment_id, visit_facility_id, resident_id, account_id, consent, created_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [...[facilityId, made.appointmentId, made.facilityId, asked.residentId, accountId, asked.consent], ctx.clock.now()],
  );
  await recordAudit(tx, ctx, {
    facilityId: made.facilityId,
    action: 'booking.proxy',
    subjectType: 'appointment',
    subjectId: made.appointmentId,
    detail: { consent: asked.consent, byFacilityId: facilityId },
  });
}

/** A hospital's desk, or a township or village: what the figures by channel count, and which numbers are kept for it. */
async function deskOf({ db, actor }: ContextOf<'staff'>): Promise<'desk' | 'grassroots'> {
  const { rows } = await db.pool.query<{ kind: string }>('select kind from facilities where id = $1', [
    actor.facilityId,
  ]);
  return rows[0]?.kind === 'hospital' ? 'desk' : 'grassroots';
}
