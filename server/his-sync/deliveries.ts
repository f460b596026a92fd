import type { Services } from '../kernel/context.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { findPeople } from '../residents/queries.ts';

/** One appointment of which a hospital is yet to be told, with what it is told. */
export type Delivery = {
  id: string;
  kind: 'book' | 'cancel' | 'arrive';
  attempts: number;
  appointmentId: string;
  status: string;
  hisId: string | null;
  code: string;
  cancelReason: string | null;
  createdAt: Date;
  residentName: string;
  idMasked: string;
  phoneMasked: string;
  slotHisId: string | null;
  start: Date;
  end: Date;
  /** Deliveries of one number go one after the other. */
  place: string;
};

/** Lists in the outbox what is pending and not listed yet; what was waiting now says the latest wish. */
export async function enterDeliveries(
  services: Pick<Services, 'db' | 'ids' | 'clock'>,
  facilityId: string,
): Promise<void> {
  const pending = await listUnlisted(services.db.pool, facilityId);
  if (pending.length === 0) return;
  await transact(services.db, async (tx) => {
    // two jobs of one hospital must not list the same appointment twice
    await tx.client.query(`select pg_advisory_xact_lock(hashtextextended('his-deliveries ' || $1, 0))`, [facilityId]);
    const rows = await listUnlisted(tx.client, facilityId);
    await tx.client.query({
      name: 'enter-his-deliveries',
      text: `insert into his_deliveries (facility_id, id, appointment_id, kind, state, created_at)
             select $1, id, appointment, kind, 'waiting', $2 from unnest($3::uuid[], $4::uuid[], $5::text[]) as n (id, appointment, kind)
             on conflict (facility_id, id) do update set kind = excluded.kind`,
      values: [
        ...[facilityId, services.clock.now(), rows.map((row) => row.waiting ?? services.ids.next())],
        ...[rows.map((row) => row.id), rows.map((row) => row.kind)],
      ],
    });
  });
}

type Unlisted = { id: string; kind: string; waiting: string | null };

async function listUnlisted(db: Pick<Tx['client'], 'query'>, facilityId: string): Promise<Unlisted[]> {
  const { rows } = await db.query<Unlisted>({
    name: 'unlisted-his-deliveries',
    text: `select a.id, w.kind, d.id as waiting from appointments a
           cross join lateral (select case when a.status in ('cancelled', 'rejected') then 'cancel'
             when a.status in ('arrived', 'fulfilled') then 'arrive' else 'book' end as kind) w
           left join his_deliveries d on d.facility_id = a.facility_id and d.appointment_id = a.id and d.state = 'waiting'
           where a.facility_id = $1 and a.his_state = 'pending' and (d.id is null or d.kind <> w.kind)
           order by a.updated_at limit 500`,
    values: [facilityId],
  });
  return rows;
}

type Unnamed = Omit<Delivery, 'residentName' | 'idMasked' | 'phoneMasked'> & { residentId: string };

/** What waits at one hospital, the oldest change first. */
export async function listDeliveries(
  services: Pick<Services, 'db'>,
  facilityId: string,
  limit: number,
): Promise<Delivery[]> {
  const { rows } = await services.db.pool.query<Unnamed>({
    name: 'list-his-deliveries',
    text: `select d.id, d.kind, d.attempts, a.id as "appointmentId", a.status, a.his_id as "hisId", a.code,
             a.cancel_reason as "cancelReason", a.created_at as "createdAt", a.resident_id as "residentId", t.his_id as "slotHisId",
             t.window_start as start, t.window_end as "end", a.session_id || ' ' || a.ticket_number as place
           from his_deliveries d
           join appointments a on a.facility_id = d.facility_id and a.id = d.appointment_id and a.his_state = 'pending'
           join tickets t on t.facility_id = a.facility_id and t.session_id = a.session_id and t.number = a.ticket_number
           where d.facility_id = $1 and d.state = 'waiting' order by a.updated_at, d.attempts limit $2`,
    values: [facilityId, limit],
  });
  const people = await findPeople(
    services.db.pool,
    rows.map((row) => row.residentId),
  );
  return rows.flatMap(({ residentId, ...row }) => {
    const person = people.get(residentId);
    if (!person) return [];
    return [{ ...row, residentName: person.name, idMasked: person.idMasked, phoneMasked: person.phoneMasked }];
  });
}

/** Written before the call, so that a process that dies in it leaves a trace that something may have gone out. */
export async function beginAttempt(services: Pick<Services, 'db'>, facilityId: string, id: string): Promise<void> {
  await services.db.pool.query({
    name: 'begin-his-attempt',
    text: 'update his_deliveries set attempts = attempts + 1 where facility_id = $1 and id = $2',
    values: [facilityId, id],
  });
}

export async function noteFailure(
  services: Pick<Services, 'db'>,
  facilityId: string,
  id: string,
  error: string,
): Promise<void> {
  await services.db.pool.query({
    name: 'note-his-delivery-failure',
    text: 'update his_deliveries set last_error = $3 where facility_id = $1 and id = $2',
    values: [facilityId, id, error.slice(0, 300)],
  });
}

export async function closeDelivery(
  tx: Tx,
  which: { facilityId: string; id: string; state: 'told' | 'refused' | 'given_up'; error: string | null; at: Date },
): Promise<void> {
  await tx.client.query({
    name: 'close-his-delivery',
    text: `update his_deliveries set state = $3, last_error = coalesce($4, last_error),
             told_at = case when $3 = 'told' then $5 else told_at end where facility_id = $1 and id = $2`,
    values: [which.facilityId, which.id, which.state, which.error, which.at],
  });
}
