import type { Locked } from '../booking/end-appointment.ts';
import { appointmentLink } from '../booking/record-booking.ts';
import type { Tx } from '../kernel/transaction.ts';
import type { MissFacts } from './rules.ts';

/** What is kept with the verdict, for the resident to read and an official to weigh. */
export type Evidence = {
  seen: number;
  noticeKind: string | null;
  noticeAt: string | null;
  noticeBy: 'sms' | 'read' | null;
  faultWindowId: string | null;
};

/** Everything that says whether a visit was missed, as it is known now; one statement an axis. */
export async function findEvidence(tx: Tx, a: Locked): Promise<{ facts: MissFacts; evidence: Evidence }> {
  const seen = await countSeen(tx, a);
  const faultWindowId = await findFaultWindow(tx, a);
  const notice = await findNotice(tx, a);
  return {
    facts: {
      ...{ sessionStatus: a.sessionStatus, hisState: a.hisState, seen },
      ...{ inFaultWindow: faultWindowId !== null, told: notice !== null },
    },
    evidence: {
      ...{ seen, faultWindowId },
      ...{ noticeKind: notice?.kind ?? null, noticeAt: notice?.at ?? null, noticeBy: notice?.by ?? null },
    },
  };
}

/** People of the session who checked in or were seen. */
async function countSeen(tx: Tx, a: Locked): Promise<number> {
  const { rows } = await tx.client.query<{ seen: number }>({
    name: 'count-seen',
    text: `select count(*) as seen from appointments
           where facility_id = $1 and session_id = $2 and status in ('arrived', 'fulfilled')`,
    values: [a.facilityId, a.sessionId],
  });
  return rows[0]?.seen ?? 0;
}

/** A declared failure that touches the window of the visit or the hour before it. */
async function findFaultWindow(tx: Tx, a: Locked): Promise<string | null> {
  const { rows } = await tx.client.query<{ id: string }>({
    name: 'find-fault-window',
    text: `select w.id from fault_windows w join facilities f on f.id = $1
           where (w.facility_id = f.id or (w.facility_id is null and starts_with(f.region_path, w.region_path)))
             and w.starts_at < $3 and w.ends_at > $2::timestamptz - interval '1 hour' order by w.starts_at limit 1`,
    values: [a.facilityId, a.windowStart, a.windowEnd],
  });
  return rows[0]?.id ?? null;
}

/** The last message about this visit that reached the person before it: sent as SMS, or opened in the app. */
async function findNotice(tx: Tx, a: Locked): Promise<{ kind: string; at: string; by: 'sms' | 'read' } | null> {
  const { rows } = await tx.client.query<{ kind: string; at: string; by: 'sms' | 'read' }>({
    name: 'find-delivered-notice',
    text: `select kind, to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
             case when sms_state = 'sent' then 'sms' else 'read' end as by
           from notices
           where resident_id = $1 and created_at < $3
             and (link = $2 or (kind = 'reminder' and params ->> 'date' = $4))
             and (sms_state = 'sent' or (read_at > created_at and read_at < $3))
           order by created_at desc limit 1`,
    values: [a.residentId, appointmentLink(a.facilityId, a.id), a.windowStart, a.date],
  });
  return rows[0] ?? null;
}
