import type { z } from 'zod';
import { readAs } from '../../kernel/acting.ts';
import type { ContextOf, Services } from '../../kernel/context.ts';
import { openRecord, type RecordScope } from '../../records/scope.ts';
import { readRecord, visible } from '../../records/visible.ts';
import { nextRefreshAt } from './rules.ts';
import type { RefreshView, refreshInput } from './schema.ts';

/** A person's ids at each hospital where they were seen, as far as hospitals have told; no hospital without a system. */
export async function findPatients(
  { db }: Pick<Services, 'db'>,
  residentId: string,
): Promise<ReadonlyMap<string, string[]>> {
  const { rows } = await db.pool.query<{ facilityId: string; patients: string[] }>({
    name: 'find-patients-of-person',
    text: `select p.facility_id as "facilityId", array_agg(p.source_id order by p.source_id) as patients
           from source_patients p join his_endpoints e on e.facility_id = p.facility_id
           where p.resident_id = $1 group by 1`,
    values: [residentId],
  });
  return new Map(rows.map((row) => [row.facilityId, row.patients]));
}

type Row = RefreshView['hospitals'][number] & { askedAt: Date };

/** How the last refresh of a person's record goes, hospital by hospital. */
export async function getRefresh(
  ctx: ContextOf<'resident'> | ContextOf<'staff'>,
  { residentId }: z.infer<typeof refreshInput>,
): Promise<RefreshView> {
  const scope = await openRecord(ctx, residentId, 'record');
  const asking = { asked: residentId, people: [residentId] };
  const { rows } = await readAs(ctx, asking, (db) =>
    db.query<Row>({
      name: `get-record-refresh-${ctx.actor.kind}`,
      text: `select r.asked_at as "askedAt", h.facility_id as "facilityId", f.name as "facilityName", h.state, h.news, h.reason as trouble
           from record_refreshes r join record_refresh_hospitals h using (resident_id) join facilities f on f.id = h.facility_id
           where r.resident_id = $1 order by f.name, f.id`,
      values: [residentId],
    }),
  );
  const shown = scope.view === 'own' ? null : await listShown(ctx, scope);
  const hospitals = rows.filter((row) => !shown || shown.has(row.facilityId));
  const askedAt = rows[0]?.askedAt ?? null;
  return {
    ...{ askedAt, hospitals, running: hospitals.some((one) => one.state === 'waiting') },
    nextAt: askedAt && nextRefreshAt(askedAt, ctx.clock.now()),
  };
}

/** To anybody else the name of a hospital would say what is kept from them, so only those with something open to them show. */
async function listShown(ctx: Pick<Services, 'db'>, scope: RecordScope): Promise<Set<string>> {
  const rows = await readRecord<{ facilityId: string }>(ctx, scope, {
    name: 'list-shown-hospitals',
    text: `select distinct e.facility_id as "facilityId" from record_entries e
           where ${visible} and not e.deleted and e.status <> 'entered-in-error'`,
  });
  return new Set(rows.map((row) => row.facilityId));
}
