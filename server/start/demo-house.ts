import { openDatabase } from '#db/client.ts';
import { ownPlansFacility } from '#db/seed/connected-hospitals.ts';
import { type Clock, systemClock } from '../kernel/clock.ts';
import type { Context, ContextOf, StaffRole } from '../kernel/context.ts';
import { systemIds } from '../kernel/ids.ts';
import { createLog } from '../kernel/log.ts';
import { createSealing } from '../kernel/sealing.ts';

/** The county hospital of the sample staff, where the demo's days are lived. */
export const facilityId = ownPlansFacility;

/** What a write needs, whoever does it. */
export type Base = Omit<Context, 'actor'>;
type Opening = { url: string; secret: string; part: string; channel?: Context['channel']; clock?: Clock };

/** For writes of the demo outside the processes of the platform; whoever opens it ends its pool. */
export function openDemo({ url, secret, part, channel = 'web', clock = systemClock }: Opening): Base {
  return {
    db: openDatabase({ url, name: `huimin-${part}`, max: 4, timeoutMs: 60_000 }),
    ...{ clock, ids: systemIds, sealing: createSealing(secret), log: createLog('seed') },
    sms: async () => ({ ok: true }),
    demo: true,
    ...{ requestId: part, channel, internal: false, sidHash: null },
  };
}

export async function withDemo<T>(opening: Opening, work: (base: Base) => Promise<T>): Promise<T> {
  const base = openDemo(opening);
  try {
    return await work(base);
  } finally {
    await base.db.pool.end();
  }
}

/** The sample account of this post at the hospital, or elsewhere. */
export async function staffOf(
  { db }: Base,
  role: StaffRole,
  at: string = facilityId,
): Promise<ContextOf<'staff'>['actor']> {
  const { rows } = await db.pool.query<{ id: string; name: string }>(
    'select id, display_name as name from accounts where login = $1',
    [`${role}.${at.toLowerCase()}`],
  );
  const account = rows[0];
  if (!account) throw new Error(`the demo has no ${role} at ${at}`);
  return { kind: 'staff', accountId: account.id, facilityId: at, roles: [role], name: account.name };
}

/** The n-th of the hospital's first `among` departments, beginning again after the last. */
export async function findDepartment({ db }: Base, n: number, among: number): Promise<string> {
  const { rows } = await db.pool.query<{ id: string }>(
    'select id from departments where facility_id = $1 order by catalog_code limit $2',
    [facilityId, among],
  );
  const department = rows[n % rows.length];
  if (!department) throw new Error(`the demo has no department at ${facilityId}`);
  return department.id;
}
