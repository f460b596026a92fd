import { notFound } from '../kernel/errors.ts';
import type { Tx } from '../kernel/transaction.ts';
import type { DrawStatus } from './rules.ts';

export type DrawKey = { facilityId: string; sessionId: string };
export type DrawRow = DrawKey & {
  status: DrawStatus;
  opensAt: Date;
  closesAt: Date;
  seedSealed: string;
  offered: number[] | null;
  sessionStatus: string;
  closeAt: Date;
  facilityName: string;
  departmentName: string;
  date: string;
};

const text = `select w.facility_id as "facilityId", w.session_id as "sessionId", w.status, w.opens_at as "opensAt",
  w.closes_at as "closesAt", w.seed_sealed as "seedSealed", w.offered, s.status as "sessionStatus", s.close_at as "closeAt",
  f.name as "facilityName", d.name as "departmentName", s.date
  from draws w join sessions s on s.facility_id = w.facility_id and s.id = w.session_id
  join facilities f on f.id = w.facility_id join departments d on d.id = s.department_id
  where w.facility_id = $1 and w.session_id = $2`;

/** The draw of a session, as it is at this moment. */
export async function getDraw(db: Pick<Tx['client'], 'query'>, key: DrawKey): Promise<DrawRow> {
  const { rows } = await db.query<DrawRow>({ name: 'get-draw', text, values: [key.facilityId, key.sessionId] });
  if (!rows[0]) throw notFound('draw');
  return rows[0];
}

/**
 * The draw of a session, locked. Whoever enters a request shares the lock; the close takes it alone, so that no
 * request slips in after the list was read.
 */
export async function lockDraw(tx: Tx, key: DrawKey, how: 'share' | 'update'): Promise<DrawRow> {
  const { rows } = await tx.client.query<DrawRow>({
    name: `lock-draw-${how}`,
    text: `${text} for ${how} of w`,
    values: [key.facilityId, key.sessionId],
  });
  if (!rows[0]) throw notFound('draw');
  return rows[0];
}
