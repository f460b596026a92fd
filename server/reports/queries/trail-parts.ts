import type { Database } from '#db/client.ts';
import type { BookingTrail } from '../schema/trail.ts';

export type Facts = BookingTrail['appointment'] & {
  regionPath: string;
  residentId: string;
  sessionId: string;
  replaces: string | null;
  replacedBy: string | null;
  ticket: BookingTrail['ticket'];
  resident: { name: string; idMasked: string; phoneMasked: string };
};

/** The appointment with its number and person; null when there is none. */
export async function readFacts(db: Database, facilityId: string, appointmentId: string): Promise<Facts | null> {
  const { rows } = await db.pool.query(
    `select a.facility_id as "facilityId", a.id, a.code, a.status, a.channel, f.name as "facilityName", f.region_path as "regionPath",
            d.name as "departmentName", p.name as "practitionerName", s.date, t.window_start as "windowStart",
            t.window_end as "windowEnd", a.ticket_number as "ticketNumber", s.number_type as "numberType", a.fee_fen as "feeFen",
            a.cancel_by as "cancelBy", a.held_until as "heldUntil", a.cancel_reason as "cancelReason", f.authority,
            a.his_state as "hisState", a.created_at as "createdAt", a.resident_id as "residentId", a.session_id as "sessionId",
            a.replaces, t.status as "ticketStatus", t.taken_by as "takenBy", t.his_id as "hisId", t.his_version as "hisVersion",
            s.status as "sessionStatus", s.suspend_reason as "suspendReason"
     from appointments a join facilities f on f.id = a.facility_id
     join sessions s on s.facility_id = a.facility_id and s.id = a.session_id join departments d on d.id = s.department_id
     left join practitioners p on p.id = s.practitioner_id
     join tickets t on t.facility_id = a.facility_id and t.session_id = a.session_id and t.number = a.ticket_number
     where a.facility_id = $1 and a.id = $2`,
    [facilityId, appointmentId],
  );
  const row = rows[0];
  if (!row) return null;
  const { ticketStatus, takenBy, hisId, hisVersion, sessionStatus, suspendReason, ...facts } = row;
  const [person, successor] = await Promise.all([
    db.pool.query('select name, id_masked as "idMasked", phone_masked as "phoneMasked" from residents where id = $1', [
      facts.residentId,
    ]),
    findSuccessor(db, facts.residentId, appointmentId),
  ]);
  return {
    ...facts,
    replacedBy: successor,
    resident: person.rows[0] ?? { name: '', idMasked: '', phoneMasked: '' },
    ticket: { status: ticketStatus, takenBy, hisId, hisVersion, sessionStatus, suspendReason },
  };
}

/** The appointment that took this one's place: it may be at any facility where the person has one. */
async function findSuccessor(db: Database, residentId: string, appointmentId: string): Promise<string | null> {
  const own = await db.pool.query<{ facilityId: string; id: string }>(
    'select facility_id as "facilityId", appointment_id as id from resident_bookings where resident_id = $1',
    [residentId],
  );
  const { rows } = await db.pool.query<{ id: string }>(
    'select id from appointments where facility_id = any($1) and id = any($2::uuid[]) and replaces = $3 limit 1',
    [[...new Set(own.rows.map((b) => b.facilityId))], own.rows.map((b) => b.id), appointmentId],
  );
  return rows[0]?.id ?? null;
}

type Acted = { actorId: string };
type History = {
  steps: (Omit<BookingTrail['steps'][number], 'actorName'> & Acted)[];
  audit: (Omit<BookingTrail['audit'][number], 'actorName'> & Acted)[];
};

/** Steps of the status, and audit rows of the booking and of its clinic. */
export async function readHistory(
  db: Database,
  at: { facilityId: string; appointmentId: string; sessionId: string },
): Promise<History> {
  const [steps, audit] = await Promise.all([
    db.pool.query(
      `select seq, from_status as "fromStatus", to_status as "toStatus", at, actor_kind as "actorKind", actor_id as "actorId", reason
       from appointment_steps where facility_id = $1 and appointment_id = $2 order by seq`,
      [at.facilityId, at.appointmentId],
    ),
    db.pool.query(
      `select id, at, action, actor_kind as "actorKind", actor_id as "actorId", detail, request_id as "requestId"
       from audit_events where facility_id = $1
         and ((subject_type = 'appointment' and subject_id = $2) or (subject_type = 'session' and subject_id = $3))
       order by at, id`,
      [at.facilityId, at.appointmentId, at.sessionId],
    ),
  ]);
  return { steps: steps.rows, audit: audit.rows };
}

/** What the hospital, and what the resident, was told. */
export async function readDeliveries(
  db: Database,
  at: { facilityId: string; appointmentId: string; residentId: string; link: string },
): Promise<Pick<BookingTrail, 'deliveries' | 'notices' | 'offers'>> {
  const [deliveries, notices, offers] = await Promise.all([
    db.pool.query(
      `select id, kind, state, attempts, left(last_error, 160) as "lastError", created_at as "createdAt", told_at as "toldAt"
       from his_deliveries where facility_id = $1 and appointment_id = $2 order by created_at, id`,
      [at.facilityId, at.appointmentId],
    ),
    db.pool.query(
      `select id, kind, created_at as "createdAt", sms_state as "smsState", read_at as "readAt"
       from notices where resident_id = $1 and link = $2 order by created_at, id`,
      [at.residentId, at.link],
    ),
    db.pool.query(
      `select id, status, created_at as "createdAt", expires_at as "expiresAt", decided_at as "decidedAt"
       from offers where facility_id = $1 and appointment_id = $2 order by created_at, id`,
      [at.facilityId, at.appointmentId],
    ),
  ]);
  return { deliveries: deliveries.rows, notices: notices.rows, offers: offers.rows };
}

/** Names of staff and officials among the actors; residents stay "resident". */
export async function namesOf(db: Database, acted: Acted[]): Promise<Map<string, string>> {
  const ids = [...new Set(acted.map((row) => row.actorId))].filter((id) => /^[0-9a-f-]{36}$/.test(id));
  if (ids.length === 0) return new Map();
  const { rows } = await db.pool.query(
    `select id, display_name as name from accounts where id = any($1::uuid[]) and kind <> 'resident'`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}
