import type { Services } from '../../kernel/context.ts';

/**
 * Wipes the words whose time is over and drops the answers of visits that were cancelled and not moved. The
 * department advised stays with visits that took place, to be compared with the one seen (E19). Repeating it is harmless.
 */
export async function expireAnswers({
  db,
  clock,
}: Pick<Services, 'db' | 'clock'>): Promise<{ expired: number; dropped: number }> {
  const dropped = await db.pool.query(
    `delete from triage_answers t using appointments a
     where a.facility_id = t.facility_id and a.id = t.appointment_id and a.status in ('cancelled', 'rejected')
       and not exists (select 1 from appointments b where b.facility_id = t.facility_id and b.replaces = a.id
         and b.status not in ('cancelled', 'rejected'))`,
  );
  const expired = await db.pool.query(
    'update triage_answers set answers_sealed = null where answers_sealed is not null and expires_at <= $1',
    [clock.now()],
  );
  return { expired: expired.rowCount ?? 0, dropped: dropped.rowCount ?? 0 };
}
