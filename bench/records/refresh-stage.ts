import { randomUUID } from 'node:crypto';
import type { Database } from '#db/client.ts';
import { hisEndpoints } from '#db/schema/his-sync.ts';
import { pullRecords } from '#server/his-sync/pull-records.ts';
import { systemActor, testContext } from '#server/kernel/test-context.ts';

export type Stage = { db: Database; url: string; codes: string[]; facilityIds: string[] };
/** With the ids at the hospitals where the person was seen. */
export type Person = { residentId: string; patients: Map<string, string> };
const timeoutMs = 10_000;

/** Registers the hospitals and reads them whole once. */
export async function register({ db, url, codes, facilityIds }: Stage): Promise<void> {
  const services = testContext(db, systemActor('bench'));
  for (const [i, facilityId] of facilityIds.entries()) {
    await db.orm.insert(hisEndpoints).values({
      ...{ facilityId, baseUrl: `${url}/his/${codes[i]}/fhir/r4`, authKind: 'bearer' as const, timeoutMs },
      ...{ credentialSealed: services.sealing.seal('bench'), allowPrivate: true },
    });
    const outcome = await pullRecords(services, facilityId);
    if (outcome.state !== 'done') throw new Error(`a reading ended as ${outcome.state}`);
  }
}

export async function findPerson(db: Database, residentId: string): Promise<Person> {
  const { rows } = await db.pool.query<{ facilityId: string; sourceId: string }>(
    'select facility_id as "facilityId", source_id as "sourceId" from source_patients where resident_id = $1',
    [residentId],
  );
  if (rows.length === 0) throw new Error('the person was not recognised');
  return { residentId, patients: new Map(rows.map((row) => [row.facilityId.toLowerCase(), row.sourceId])) };
}

/** Three new results of a patient. */
export const newsOf = (patient: string) =>
  Array.from({ length: 3 }, () => ({
    ...{ resourceType: 'Observation', id: randomUUID(), status: 'final' },
    code: { coding: [{ system: 'http://loinc.org', code: '14771-0', display: '空腹血糖' }], text: '空腹血糖' },
    subject: { reference: `Patient/${patient}` },
    effectiveDateTime: new Date().toISOString(),
    valueQuantity: { value: 5.6, unit: 'mmol/L', system: 'http://unitsofmeasure.org', code: 'mmol/L' },
  }));

export async function control({ url }: Stage, code: string, command: object): Promise<void> {
  const answer = await fetch(`${url}/his/${code}/_control`, { method: 'POST', body: JSON.stringify(command) });
  if (!answer.ok) throw new Error(`${code}: ${await answer.text()}`);
}
