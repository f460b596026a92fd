import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { toHealthcareService } from '#fhir/resources/healthcare-service.ts';
import type { FhirResource } from '#fhir/resources/resource.ts';
import { type ScheduleValue, toSchedule } from '#fhir/resources/schedule.ts';
import { type SlotValue, toSlot } from '#fhir/resources/slot.ts';

/** A hospital that says word for word what a test writes down, readable or not. Searches answer with everything. */
export async function openPaperHospital() {
  const resources: FhirResource[] = [];
  const hidden: FhirResource[] = [];
  const asked: string[] = [];
  let clock = Date.now() - 60_000;
  const server = http.createServer((request, response) => {
    asked.push(decodeURIComponent(request.url ?? ''));
    const [type, id] = (request.url ?? '').split('?')[0]?.split('/').slice(2) ?? [];
    const query = new URL(request.url ?? '', 'http://paper').searchParams;
    const wanted = query.get('_id')?.split(',');
    const found = [...resources, ...(id ? hidden : [])]
      .filter(
        (one) => one.resourceType === type && (!id || one.id === id) && (!wanted || wanted.includes(String(one.id))),
      )
      .map((one) => (query.has('_elements') ? { resourceType: one.resourceType, id: one.id, meta: one.meta } : one));
    const body = id
      ? found[0]
      : {
          resourceType: 'Bundle',
          type: 'searchset',
          total: found.length,
          entry: found.map((resource) => ({ resource })),
        };
    response.writeHead(body ? 200 : 404, { 'content-type': 'application/fhir+json' });
    response.end(JSON.stringify(body ?? { resourceType: 'OperationOutcome', issue: [] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    /** What it was asked, path and query. */
    asked,
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}/fhir`,
    /** Writes or rewrites a resource, stamped a second later than the one before. */
    write(resource: FhirResource): FhirResource {
      clock += 1000;
      const at = resources.findIndex((one) => one.resourceType === resource.resourceType && one.id === resource.id);
      const before = resources[at]?.meta as { versionId: string } | undefined;
      const meta = {
        versionId: String(Number(before?.versionId ?? 0) + 1),
        lastUpdated: new Date(clock).toISOString(),
      };
      const stored = { ...resource, meta };
      if (at < 0) resources.push(stored);
      else resources[at] = stored;
      return stored;
    },
    /** Says it again as it was before, with the stamp it had. */
    restore(stored: FhirResource): void {
      const at = resources.findIndex((one) => one.resourceType === stored.resourceType && one.id === stored.id);
      if (at < 0) resources.push(stored);
      else resources[at] = stored;
    },
    /** Forgets everything. */
    clear: () => void resources.splice(0),
    /** Deletes it without a trace; `hidden` from searches only, as a page that slips over it would. */
    remove(type: string, id: string, how: 'deleted' | 'hidden'): void {
      const at = resources.findIndex((one) => one.resourceType === type && one.id === id);
      const [gone] = resources.splice(at, 1);
      if (gone && how === 'hidden') hidden.push(gone);
    },
    close: () => server.close(),
    /** Nobody answers any more, calls under way included. */
    hangUp: () => server.closeAllConnections(),
  };
}

const tomorrow = new Date(Date.now() + 32 * 3_600_000).toISOString().slice(0, 10);
const own = { version: '1', lastUpdated: '2026-01-01T00:00:00.000Z' };

export const paperDepartment = (hisId: string, catalogCode: string): FhirResource =>
  toHealthcareService({ hisId, catalogCode, name: `${hisId}门诊`, place: '二楼', version: '1' });

export const paperSchedule = (
  hisId: string,
  departmentHisId: string,
  change: Partial<ScheduleValue> = {},
): FhirResource =>
  toSchedule({
    ...own,
    ...{ hisId, departmentHisId, active: true, stopReason: null, practitionerHisId: null, roleHisId: null },
    ...{ date: tomorrow, halfDay: 'am', numberType: 'ordinary', feeFen: 1000 },
    startsAt: `${tomorrow}T00:00:00.000Z`,
    endsAt: `${tomorrow}T04:00:00.000Z`,
    ...change,
  });

export const paperSlot = (scheduleHisId: string, number: number, status: SlotValue['status'] = 'free'): FhirResource =>
  toSlot({
    ...own,
    ...{ hisId: `${scheduleHisId}-${number}`, scheduleHisId, number, status },
    start: `${tomorrow}T00:00:00.000Z`,
    end: `${tomorrow}T00:30:00.000Z`,
  });
