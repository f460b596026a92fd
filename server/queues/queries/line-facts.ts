import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { type Entry, entryColumns } from '../move-entry.ts';
import { type Pace, paceOf, type Wait, waitRange } from '../pace.ts';
import { orderTurns } from '../rules.ts';
import type { station } from '../schema/staff.ts';

type Db = Pick<Context, 'db'>;
export type Station = z.infer<typeof station>;

export type LineSession = {
  facilityId: string;
  sessionId: string;
  date: string;
  departmentId: string;
  departmentName: string;
  place: string;
  practitionerId: string | null;
  practitionerName: string | null;
  halfDay: 'am' | 'pm' | 'evening';
  numberType: string;
  startsAt: Date;
  endsAt: Date;
  released: number;
  calls: number;
};

/** Everything that is known of one session's line. */
export type LineFacts = { session: LineSession; stations: Station[]; entries: Entry[] };

export const sessionColumns = `s.facility_id as "facilityId", s.id as "sessionId", s.date, d.id as "departmentId",
  d.name as "departmentName", d.place, p.id as "practitionerId", p.name as "practitionerName", s.half_day as "halfDay",
  s.number_type as "numberType", s.starts_at as "startsAt", s.ends_at as "endsAt", s.released, coalesce(l.calls, 0) as calls
  from sessions s join departments d on d.id = s.department_id left join practitioners p on p.id = s.practitioner_id
  left join queue_lines l on l.facility_id = s.facility_id and l.session_id = s.id`;

/** Lines of these sessions of one facility, in the order of the ids; a session without a line has no entries. */
export async function loadLines({ db }: Db, facilityId: string, sessionIds: string[]): Promise<LineFacts[]> {
  if (sessionIds.length === 0) return [];
  const values = [facilityId, sessionIds];
  const [sessions, stations, entries] = await Promise.all([
    db.pool.query<LineSession>({
      name: 'load-line-sessions',
      text: `select ${sessionColumns} where s.facility_id = $1 and s.id = any($2::uuid[])`,
      values,
    }),
    db.pool.query<Station>({
      name: 'load-line-stations',
      text: `select id, session_id as "sessionId", room, doctor, opened_at as "openedAt" from queue_stations
             where facility_id = $1 and session_id = any($2::uuid[]) and closed_at is null order by room`,
      values,
    }),
    db.pool.query<Entry>({
      name: 'load-line-entries',
      text: `select ${entryColumns} from queue_entries e where e.facility_id = $1 and e.session_id = any($2::uuid[])`,
      values,
    }),
  ]);
  return sessionIds.flatMap((id) => {
    const session = sessions.rows.find((row) => row.sessionId === id);
    if (!session) return [];
    return [
      {
        session,
        stations: stations.rows.filter((row) => row.sessionId === id),
        entries: entries.rows.filter((row) => row.sessionId === id),
      },
    ];
  });
}

/** Those who wait, in the order in which they are called. */
export const waitingOf = (line: LineFacts): Entry[] =>
  orderTurns(
    line.entries.filter((entry) => entry.status === 'waiting'),
    line.session.calls,
  );

/** Planned: the session's length over its numbers. Seen: what the visits took that are over. */
export function paceOfLine({ session, entries }: LineFacts): Pace {
  const planned = (session.endsAt.getTime() - session.startsAt.getTime()) / 1000 / Math.max(1, session.released);
  const seen = entries.flatMap((entry) => (entry.status === 'done' && entry.seconds > 0 ? [entry.seconds] : []));
  return paceOf(planned, seen);
}

export const hasBegun = (line: LineFacts): boolean => line.session.calls > 0 || line.stations.length > 0;

/** Minutes until somebody with `ahead` people before is called. */
export function waitOf(line: LineFacts, ahead: number, now: Date): Wait {
  const toStart = hasBegun(line) ? 0 : (line.session.startsAt.getTime() - now.getTime()) / 60_000;
  return waitRange(ahead, paceOfLine(line), line.stations.length, toStart);
}
