import type { FhirResource } from '#fhir/resources/resource.ts';
import { fromSchedule, type ScheduleValue } from '#fhir/resources/schedule.ts';
import { practitionerIdOf } from '../facilities/directory-rules.ts';
import { findDoctors } from '../facilities/upsert-practitioners.ts';
import type { Ids } from '../kernel/ids.ts';
import { enqueue } from '../kernel/queue.ts';
import type { Tx } from '../kernel/transaction.ts';
import { findRules } from '../schedules/find-rules.ts';
import { hisStamp } from '../schedules/his-version.ts';
import { restOf } from '../schedules/rest-rules.ts';
import { closeAt, type Rules, releaseAt } from '../schedules/rules.ts';
import { type HisSession, upsertHisSessions } from '../schedules/upsert-his-session.ts';
import { type Applying, keep } from './apply-directory.ts';
import { readPage } from './read-page.ts';

export type Directory = { departments: Map<string, string>; doctors: Map<string, string> };

/** Ids of the hospital's departments and doctors' roles, to ours. */
export async function readDirectory(tx: Tx, facilityId: string): Promise<Directory> {
  const { rows } = await tx.client.query<{ id: string; his_id: string }>({
    name: 'read-his-departments',
    text: 'select id, his_id from departments where facility_id = $1 and his_id is not null',
    values: [facilityId],
  });
  const roles = await findDoctors(tx, facilityId);
  return {
    departments: new Map(rows.map((row) => [row.his_id, row.id])),
    doctors: new Map(roles.map((role) => [role.roleHisId, role.practitionerId])),
  };
}

/** Takes over clinics. A clinic that the hospital has stopped is stopped here by a job of the same commit (A33). */
export async function applySessions(tx: Tx, run: Applying & { ids: Ids }, resources: FhirResource[]): Promise<void> {
  const { facilityId } = run;
  const page = readPage(resources, 'Schedule', fromSchedule);
  const directory = await readDirectory(tx, facilityId);
  const rulesOn = new Map<string, Rules>();
  const sessions: HisSession[] = [];
  const misfits: { hisId: string; reason: string }[] = [];
  for (const value of newest(page.values)) {
    const who = placeOf(facilityId, value, directory);
    if ('reason' in who) {
      misfits.push({ hisId: value.hisId, reason: who.reason });
      continue;
    }
    const rules = rulesOn.get(value.date) ?? (await findRules(tx.client, facilityId, value.date));
    rulesOn.set(value.date, rules);
    sessions.push({
      ...value,
      ...who,
      id: run.ids.next(),
      hisVersion: hisStamp(value.lastUpdated, value.version),
      releaseAt: releaseAt(value.date, rules),
      closeAt: closeAt({ endsAt: new Date(value.endsAt) }, rules),
      ...(restOf(value.date, rules) ?? { cutoffAt: null, reopensAt: null }),
    });
  }
  const { stopped } = await upsertHisSessions(tx, facilityId, sessions);
  const reasonOf = new Map(sessions.map((s) => [s.hisId, s.stopReason]));
  for (const { id, hisId } of stopped) await stopSession(tx, facilityId, id, reasonOf.get(hisId) ?? '医院停诊');
  await keep(tx, run, 'Schedule', resources, page, misfits);
}

/** Queues the stop of one clinic; several signs of the same stop make one job. */
export const stopSession = (tx: Tx, facilityId: string, sessionId: string, reason: string) =>
  enqueue(tx, 'booking-stop-session', { facilityId, sessionId, reason }, { key: `stop:${sessionId}` });

type Place = { departmentId: string; practitionerId: string | null } | { reason: string };

function placeOf(facilityId: string, value: ScheduleValue, { departments, doctors }: Directory): Place {
  const departmentId = departments.get(value.departmentHisId);
  if (!departmentId) return { reason: 'actor: department not known here' };
  if (value.practitionerHisId)
    return { departmentId, practitionerId: practitionerIdOf(facilityId, value.practitionerHisId) };
  if (!value.roleHisId) return { departmentId, practitionerId: null };
  const practitionerId = doctors.get(value.roleHisId);
  return practitionerId ? { departmentId, practitionerId } : { reason: 'actor: role not known here' };
}

/** A page may repeat a clinic: its newest version counts. */
function newest(values: ScheduleValue[]): ScheduleValue[] {
  const byId = new Map<string, ScheduleValue>();
  for (const value of values) {
    const other = byId.get(value.hisId);
    if (!other || value.lastUpdated >= other.lastUpdated) byId.set(value.hisId, value);
  }
  return [...byId.values()];
}
