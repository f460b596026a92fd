import type { z } from 'zod';
import { regionDay } from '../../kernel/clock.ts';
import type { Context, ContextOf } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { findRules } from '../../schedules/find-rules.ts';
import type { Entry } from '../move-entry.ts';
import { expectQueueStaff } from '../policy.ts';
import type { screenRow } from '../schema/staff.ts';
import type { ScreenView, screenInput, screenLine } from '../schema.ts';
import { type LineFacts, loadLines, waitingOf } from './line-facts.ts';

/** Next people shown beneath those who are called: what fits a wall without scrolling. */
const shownNext = 6;
const shownMissed = 4;

export const screenTokenHash = (ctx: Pick<Context, 'sealing'>, token: string): string =>
  ctx.sealing.hash('queue-screen', token);

type Screen = {
  facilityId: string;
  facilityName: string;
  kind: 'screen' | 'kiosk';
  title: string;
  departmentId: string | null;
  room: string | null;
  shows: 'name' | 'number';
};

/** The screen that this address stands for; a wrong or ended one is not found. */
export async function findScreen(
  ctx: Pick<Context, 'db' | 'sealing'>,
  { facilityId, token }: z.infer<typeof screenInput>,
): Promise<Screen> {
  const { rows } = await ctx.db.pool.query<Screen>({
    name: 'find-queue-screen',
    text: `select q.facility_id as "facilityId", f.name as "facilityName", q.kind, q.title, q.department_id as "departmentId", q.room, q.shows
           from queue_screens q join facilities f on f.id = q.facility_id
           where q.facility_id = $1 and q.token_hash = $2 and q.ended_at is null`,
    values: [facilityId, screenTokenHash(ctx, token)],
  });
  if (!rows[0]) throw notFound('screen');
  return rows[0];
}

/** What hangs in the hall: masked names or numbers only, and nothing of a resident's record is read for it. */
export async function getScreen(ctx: Context, input: z.infer<typeof screenInput>): Promise<ScreenView> {
  const screen = await findScreen(ctx, input);
  const now = ctx.clock.now();
  const today = regionDay(now);
  const { rows } = await ctx.db.pool.query<{ id: string }>({
    name: 'queue-screen-sessions',
    text: `select s.id from sessions s join departments d on d.id = s.department_id
           where s.facility_id = $1 and s.date = $2 and ($3::text is null or s.department_id = $3) and s.status in ('published', 'halted')
             and (exists (select 1 from queue_stations q where q.facility_id = $1 and q.session_id = s.id and q.closed_at is null
                          and ($4::text is null or q.room = $4))
               or ($4::text is null and exists (select 1 from queue_entries e where e.facility_id = $1 and e.session_id = s.id
                          and e.status in ('waiting', 'called', 'in-room'))))
           order by s.starts_at, d.name, s.id limit 8`,
    values: [screen.facilityId, today, screen.departmentId, screen.room],
  });
  const ids = rows.map((row) => row.id);
  const [lines, rules] = await Promise.all([
    loadLines(ctx, screen.facilityId, ids),
    findRules(ctx.db.pool, screen.facilityId, today),
  ]);
  const { kind, title, facilityName } = screen;
  const { elderAge, latePlaces } = rules;
  return {
    kind,
    title,
    facilityName,
    lines: lines.map((line) => lineOf(line, screen)),
    elderAge,
    latePlaces,
    asOf: now,
  };
}

function lineOf(line: LineFacts, screen: Screen): z.infer<typeof screenLine> {
  const shown = ({ ticketNumber, shownName, priority }: Entry) => ({
    number: ticketNumber,
    name: screen.shows === 'name' ? shownName : null,
    priority,
  });
  const waiting = waitingOf(line);
  const called = line.stations
    .filter((station) => screen.room === null || station.room === screen.room)
    .flatMap((station) => {
      const entry = line.entries.find(
        (e) => e.stationId === station.id && (e.status === 'called' || e.status === 'in-room'),
      );
      if (!entry?.calledAt) return [];
      return [
        { ...shown(entry), room: station.room, doctor: station.doctor, at: entry.calledAt, calls: entry.callCount },
      ];
    });
  const missed = line.entries
    .filter((entry) => entry.status === 'missed')
    .sort((a, b) => (b.endedAt?.getTime() ?? 0) - (a.endedAt?.getTime() ?? 0));
  return {
    sessionId: line.session.sessionId,
    departmentName: line.session.departmentName,
    doctorName: line.session.practitionerName,
    called: called.sort((a, b) => b.at.getTime() - a.at.getTime()),
    next: waiting.slice(0, shownNext).map(shown),
    waiting: waiting.length,
    missed: missed.slice(0, shownMissed).map(shown),
  };
}

/** The facility's own screens and kiosks with their addresses. */
export async function listScreens(ctx: ContextOf<'staff'>): Promise<{ screens: z.infer<typeof screenRow>[] }> {
  const { facilityId } = ctx.actor;
  expectQueueStaff(ctx.actor, facilityId, 'screens');
  type Row = Omit<z.infer<typeof screenRow>, 'path'> & { tokenSealed: string };
  const { rows } = await ctx.db.pool.query<Row>(
    `select q.id, q.kind, q.title, d.name as "departmentName", q.room, q.shows, q.token_sealed as "tokenSealed", q.created_at as "createdAt"
     from queue_screens q left join departments d on d.id = q.department_id
     where q.facility_id = $1 and q.ended_at is null order by q.kind, q.title, q.id`,
    [facilityId],
  );
  const pathOf = (row: Row) => `/${row.kind}/${facilityId}/${ctx.sealing.open(row.tokenSealed)}`;
  return { screens: rows.map(({ tokenSealed, ...row }) => ({ ...row, path: pathOf({ ...row, tokenSealed }) })) };
}
