import type { z } from 'zod';
import { HisError } from '#fhir/client/errors.ts';
import { isClinicalType } from '#fhir/resources/clinical/shapes.ts';
import type { FhirResource } from '#fhir/resources/resource.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import type { ContextOf } from '../../kernel/context.ts';
import { notFound, refused } from '../../kernel/errors.ts';
import { transact } from '../../kernel/transaction.ts';
import { lockIntake } from '../../records/lock-intake.ts';
import { applyRecords } from '../apply-records.ts';
import { hospitalOf } from '../hospital.ts';
import { resourceFrom } from '../record-rejects.ts';
import { findEndpoint } from '../registry.ts';
import type { rerunInput, rerunOutput } from './schema.ts';

/** So many at one press; the rest are a press more. Patients are fewer, since each is asked of the hospital. */
const most = 1000;
const patientsMost = 50;
const batch = 200;

type Reader = ContextOf<'staff'> | ContextOf<'official'>;
type Waiting = { resourceId: string; body: string };

/**
 * Reads again what waits for one reason, or one resource of it: every version that waits, so that an older one never
 * stands above a newer. What can be read now is taken over, what cannot goes on waiting with its reason. Who did it
 * and when stays on each. Repeating it is harmless.
 */
export async function rerunWaiting(
  ctx: Reader,
  facilityId: string,
  { resourceType, reason, resourceId }: z.infer<typeof rerunInput>,
): Promise<z.infer<typeof rerunOutput>> {
  if (!isClinicalType(resourceType)) throw refused('intake-read-with-every-pull');
  const limit = resourceType === 'Patient' ? patientsMost : most;
  const { rows: named } = await ctx.db.pool.query<{ id: string }>(
    `select distinct resource_id as id from his_rejects where facility_id = $1 and resource_type = $2 and reason = $3
       and settled_at is null and ($4::text is null or resource_id = $4) order by 1 limit $5`,
    [facilityId, resourceType, reason, resourceId ?? null, limit],
  );
  if (named.length === 0) throw notFound('intake-waiting');
  const ids = named.map((row) => row.id);
  const asked = resourceType === 'Patient' ? await askPatients(ctx, facilityId, ids) : null;
  for (let i = 0; i < ids.length; i += batch) {
    await rerunBatch(ctx, facilityId, resourceType, ids.slice(i, i + batch), asked);
  }
  return transact(ctx.db, async (tx) => {
    const { rows } = await tx.client.query<{ waiting: number; left: number }>(
      `select count(distinct resource_id) filter (where resource_id = any($3))::int as waiting,
         count(distinct resource_id) filter (where resource_id <> all($3) and reason = $4)::int as left
       from his_rejects where facility_id = $1 and resource_type = $2 and settled_at is null`,
      [facilityId, resourceType, ids, reason],
    );
    const { waiting = 0, left = 0 } = rows[0] ?? {};
    const done = { read: ids.length - waiting, waiting, left };
    const what = { action: 'his.rerun', subjectType: 'facility', subjectId: facilityId };
    await recordAudit(tx, ctx, { facilityId, ...what, detail: { ...done, resourceType, reason } });
    return done;
  });
}

async function rerunBatch(
  ctx: Reader,
  facilityId: string,
  type: string,
  ids: string[],
  asked: Map<string, FhirResource> | null,
): Promise<void> {
  await transact(ctx.db, async (tx) => {
    await lockIntake(tx, facilityId);
    const now = ctx.clock.now();
    const { rows } = await tx.client.query<Waiting>(
      `update his_rejects set tries = tries + 1, tried_at = $4, tried_by = $5
       where facility_id = $1 and resource_type = $2 and resource_id = any($3) and settled_at is null
       returning resource_id as "resourceId", body::text as body`,
      [facilityId, type, ids, now, ctx.actor.accountId],
    );
    const page = asked ? ids.flatMap((id) => asked.get(id) ?? []) : rows.map((row) => resourceFrom(row.body));
    await applyRecords(tx, { ctx, facilityId, now }, type, page);
  });
}

/** Bodies are kept without whole ID numbers, by which a patient is placed: patients are read from their hospital anew. */
async function askPatients(ctx: Reader, facilityId: string, ids: string[]): Promise<Map<string, FhirResource>> {
  const endpoint = await findEndpoint(ctx, facilityId);
  if (!endpoint?.enabled) throw refused('intake-hospital-not-connected');
  const { client } = hospitalOf(ctx, endpoint);
  const found = new Map<string, FhirResource>();
  try {
    for (const id of ids) {
      const resource = await client.read('Patient', id).catch((error) => unlessGone(error));
      if (resource) found.set(id, resource);
    }
  } catch (error) {
    if (error instanceof HisError) throw refused('intake-hospital-silent');
    throw error;
  }
  return found;
}

function unlessGone(error: unknown): null {
  if (error instanceof HisError && (error.status === 404 || error.status === 410)) return null;
  throw error;
}
