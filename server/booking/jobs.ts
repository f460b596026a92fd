import { type Context, type Services, systemContext } from '../kernel/context.ts';
import { eachInTurn } from '../kernel/each-in-turn.ts';
import type { JobPayloads } from '../kernel/queue.ts';
import { transact } from '../kernel/transaction.ts';
import { tellResident } from '../notices/tell-resident.ts';
import { closeOffer } from './close-offer.ts';
import { replaceOffer } from './replace-offer.ts';
import { rejectAppointment } from './settle-held.ts';
import { stopSession } from './stop-session.ts';

export const bookingJobs = {
  /** Every minute: holds the hospital never answered, offers nobody took. */
  'booking-expire-holds': async (_payload: JobPayloads['booking-expire-holds'], services: Services) => {
    const ctx = systemContext(services, 'booking-expire-holds');
    try {
      await expireHolds(ctx);
    } finally {
      await lapseOffers(ctx);
    }
  },
  'booking-stop-session': async (payload: JobPayloads['booking-stop-session'], services: Services) => {
    await stopSession(systemContext(services, 'booking-stop-session'), { ...payload, reason: payload.reason ?? '' });
  },
  'booking-replace-offer': async (payload: JobPayloads['booking-replace-offer'], services: Services) => {
    await replaceOffer(systemContext(services, 'booking-replace-offer'), payload);
  },
};

/** Silence is a no: a held ticket whose time is over goes back (design §3.7). */
export async function expireHolds(ctx: Context): Promise<number> {
  const { rows } = await ctx.db.pool.query<{ facilityId: string; appointmentId: string }>(
    `select facility_id as "facilityId", id as "appointmentId" from appointments where status = 'held' and held_until < $1 order by held_until, id limit 500`,
    [ctx.clock.now()],
  );
  await eachInTurn(ctx.log, 'holds without an answer', rows, (row) =>
    rejectAppointment(ctx, { ...row, reason: 'hospital-silent', ticket: 'free' }),
  );
  return rows.length;
}

type Open = {
  id: string;
  facilityId: string;
  residentId: string;
  sessionId: string;
  number: number;
  facility: string;
  department: string;
};

/** Offers past their time give the ticket back, and the resident is told. */
export async function lapseOffers(ctx: Context): Promise<number> {
  const { rows } = await ctx.db.pool.query<Open>(
    `select o.id, o.facility_id as "facilityId", o.resident_id as "residentId", o.session_id as "sessionId", o.ticket_number as number,
       f.name as facility, d.name as department
     from offers o join facilities f on f.id = o.facility_id
     join sessions s on s.facility_id = o.facility_id and s.id = o.session_id join departments d on d.id = s.department_id
     where o.status = 'open' and o.expires_at < $1 limit 500`,
    [ctx.clock.now()],
  );
  await eachInTurn(ctx.log, 'offers that were not taken', rows, (offer) => lapseOne(ctx, offer));
  return rows.length;
}

function lapseOne(ctx: Context, offer: Open): Promise<void> {
  return transact(ctx.db, async (tx) => {
    const { rows } = await tx.client.query(
      `select 1 from offers where facility_id = $1 and id = $2 and status = 'open' for update`,
      [offer.facilityId, offer.id],
    );
    if (rows.length === 0) return;
    await closeOffer(tx, ctx, offer, 'lapsed');
    const params = { facility: offer.facility, department: offer.department };
    await tellResident(tx, ctx, { residentId: offer.residentId, kind: 'offer-lapsed', params });
  });
}
