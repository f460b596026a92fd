import type { Tx } from '../kernel/transaction.ts';
import type { WaitState } from './rules.ts';

export type Wait = {
  facilityId: string;
  id: string;
  sessionId: string;
  residentId: string;
  state: WaitState;
  ticketNumber: number | null;
  expiresAt: Date | null;
  appointmentId: string | null;
  facilityName: string;
  departmentName: string;
  date: string;
  startsAt: Date;
};

/** Locks one wait for a change of its state; null when there is none. */
export async function lockWait(tx: Tx, facilityId: string, entryId: string): Promise<Wait | null> {
  const { rows } = await tx.client.query<Wait>({
    name: 'lock-wait',
    text: `select w.facility_id as "facilityId", w.id, w.session_id as "sessionId", w.resident_id as "residentId", w.state,
             w.ticket_number as "ticketNumber", w.expires_at as "expiresAt", w.appointment_id as "appointmentId",
             f.name as "facilityName", d.name as "departmentName", s.date, s.starts_at as "startsAt"
           from waitlist_entries w join sessions s on s.facility_id = w.facility_id and s.id = w.session_id
           join facilities f on f.id = w.facility_id join departments d on d.id = s.department_id
           where w.facility_id = $1 and w.id = $2 for update of w`,
    values: [facilityId, entryId],
  });
  return rows[0] ?? null;
}

/** What messages about a wait say. */
export const waitParams = (wait: Pick<Wait, 'facilityName' | 'departmentName' | 'date'>) => ({
  facility: wait.facilityName,
  department: wait.departmentName,
  date: wait.date,
});

/** Path of the waits on the residents' site. */
export const waitsLink = '/me/waits';
