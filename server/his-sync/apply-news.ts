import { type AppointmentNews, fromAppointment } from '#fhir/resources/appointment.ts';
import type { FhirResource } from '#fhir/resources/resource.ts';
import { tellAgain } from '../booking/mark-told.ts';
import { confirmAppointment, loseTicket, rejectAppointment } from '../booking/settle-held.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { type Applying, keep } from './apply-directory.ts';
import type { Hospital } from './hospital.ts';
import { type Verdict, verdictOf } from './news-rules.ts';
import { readPage } from './read-page.ts';
import { refreshSlot } from './refresh-slot.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads a page of Appointments; those of the platform are handed back, the hospital's own show in its Slots. */
export async function readNews(tx: Tx, run: Applying, resources: FhirResource[]): Promise<AppointmentNews[]> {
  const page = readPage(resources, 'Appointment', fromAppointment);
  await keep(tx, run, 'Appointment', resources, page, []);
  return page.values.filter((news) => news.platformId !== null && uuid.test(news.platformId));
}

/** Confirms, rejects or gives up our appointments as the hospital says. Repeating it is harmless. */
export async function applyNews(hospital: Hospital, all: AppointmentNews[]): Promise<void> {
  if (all.length === 0) return;
  const { rows } = await hospital.ctx.db.pool.query<{ id: string; status: string; hisState: string }>({
    name: 'find-appointments-in-the-news',
    text: 'select id, status, his_state as "hisState" from appointments where facility_id = $1 and id = any($2)',
    values: [hospital.facilityId, all.map((news) => news.platformId)],
  });
  const ours = new Map(rows.map((row) => [row.id, row]));
  for (const news of all) {
    const own = ours.get(news.platformId?.toLowerCase() ?? '');
    if (own) await act(hospital, own.id, verdictOf(own, news), news.reason);
  }
}

async function act(hospital: Hospital, appointmentId: string, verdict: Verdict, given: string | null): Promise<void> {
  const { ctx, facilityId } = hospital;
  const which = { facilityId, appointmentId };
  const reason = given?.slice(0, 100) || 'hospital';
  const again = () => transact(ctx.db, (tx) => tellAgain(tx, facilityId, [appointmentId]));
  switch (verdict) {
    case 'none':
      return;
    case 'tell-again':
      return again();
    case 'confirm': {
      const { late } = await confirmAppointment(ctx, which);
      return late ? again() : undefined;
    }
    case 'reject':
      await rejectAppointment(ctx, { ...which, reason, ticket: 'hospital' });
      return refreshSlot(hospital, appointmentId);
    case 'lose':
      await loseTicket(ctx, { ...which, reason });
      return refreshSlot(hospital, appointmentId);
  }
}
