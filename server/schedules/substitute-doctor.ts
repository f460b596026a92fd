import type { Context } from '../kernel/context.ts';
import { invalid, refused } from '../kernel/errors.ts';
import type { Tx } from '../kernel/transaction.ts';
import { tellResident } from '../notices/tell-resident.ts';
import { checkDoctorFree, checkStaffing } from './check-plan.ts';
import { isLikeGrade } from './rules.ts';

type Session = {
  facilityId: string;
  id: string;
  departmentId: string;
  practitionerId: string | null;
  date: string;
  startsAt: Date;
  endsAt: Date;
};
type Waiting = { residentId: string; appointmentId: string; windowStart: Date; windowEnd: Date };

/**
 * 替诊: another doctor of the department takes a locked session. While residents hold numbers only one of the
 * same or a higher grade may (A33), and each of them is told. Returns how many were told.
 */
export async function substituteDoctor(
  tx: Tx,
  ctx: Pick<Context, 'clock' | 'ids'>,
  session: Session,
  practitionerId: string,
): Promise<number> {
  if (!session.practitionerId) throw invalid('session-without-doctor');
  await checkStaffing(
    tx.client,
    session.facilityId,
    { departmentId: session.departmentId, practitionerId },
    session.date,
  );
  await checkDoctorFree(tx.client, practitionerId, session.startsAt, session.endsAt, session.id);
  // waits for claims under way, so that everybody who booked the other doctor is told
  await tx.client.query('select 1 from tickets where facility_id = $1 and session_id = $2 for update', [
    session.facilityId,
    session.id,
  ]);
  const waiting = await listWaiting(tx, session);
  const people = await tx.client.query<{ id: string; name: string; title: string }>(
    'select id, name, title from practitioners where id = any($1)',
    [[session.practitionerId, practitionerId]],
  );
  const before = people.rows.find((p) => p.id === session.practitionerId);
  const after = people.rows.find((p) => p.id === practitionerId);
  if (waiting.length > 0 && !isLikeGrade(before?.title ?? '', after?.title ?? '')) {
    throw refused('substitute-grade', { params: { title: before?.title ?? '', booked: waiting.length } });
  }
  await tx.client.query('update sessions set practitioner_id = $3 where facility_id = $1 and id = $2', [
    ...[session.facilityId, session.id],
    practitionerId,
  ]);
  const place = await tx.client.query<{ facility: string; department: string }>(
    'select f.name as facility, d.name as department from departments d join facilities f on f.id = d.facility_id where d.id = $1',
    [session.departmentId],
  );
  for (const w of waiting) {
    await tellResident(tx, ctx, {
      residentId: w.residentId,
      kind: 'doctor-changed',
      params: {
        facility: place.rows[0]?.facility ?? '',
        department: place.rows[0]?.department ?? '',
        windowStart: w.windowStart.toISOString(),
        windowEnd: w.windowEnd.toISOString(),
        before: before?.name ?? '',
        after: `${after?.name ?? ''} ${after?.title ?? ''}`.trim(),
      },
      link: `/appointments/${session.facilityId}/${w.appointmentId}`,
    });
  }
  return waiting.length;
}

async function listWaiting(tx: Tx, session: Session): Promise<Waiting[]> {
  const { rows } = await tx.client.query<Waiting>(
    `select a.resident_id as "residentId", a.id as "appointmentId", t.window_start as "windowStart", t.window_end as "windowEnd"
     from appointments a join tickets t
       on t.facility_id = a.facility_id and t.session_id = a.session_id and t.number = a.ticket_number
     where a.facility_id = $1 and a.session_id = $2 and a.status in ('held', 'booked') order by a.ticket_number`,
    [session.facilityId, session.id],
  );
  return rows;
}
