import { fromHealthcareService } from '#fhir/resources/healthcare-service.ts';
import { fromLocation } from '#fhir/resources/location.ts';
import { fromOrganization } from '#fhir/resources/organization.ts';
import { fromPractitioner } from '#fhir/resources/practitioner.ts';
import { fromPractitionerRole, practitionersOf } from '#fhir/resources/practitioner-role.ts';
import type { FhirResource } from '#fhir/resources/resource.ts';
import { type Misfit, upsertDepartments } from '../facilities/upsert-directory.ts';
import { upsertPractitioners, upsertRoles } from '../facilities/upsert-practitioners.ts';
import { regionDay } from '../kernel/clock.ts';
import type { Tx } from '../kernel/transaction.ts';
import { misfitRejects, type PageOf, readPage, stampsOf } from './read-page.ts';
import { recordRejects, settleRejects } from './record-rejects.ts';

export type Applying = { facilityId: string; now: Date };

/** Takes over who and what a hospital is: departments, doctors and their roles. */
export async function applyDirectory(tx: Tx, run: Applying, type: string, resources: FhirResource[]): Promise<void> {
  switch (type) {
    // names and places of buildings are checked and counted; the registry of facilities has the last word on them
    case 'Organization':
      return keep(tx, run, type, resources, readPage(resources, type, fromOrganization), []);
    case 'Location':
      return keep(tx, run, type, resources, readPage(resources, type, fromLocation), []);
    case 'HealthcareService': {
      const page = readPage(resources, type, fromHealthcareService);
      return keep(tx, run, type, resources, page, await upsertDepartments(tx, run.facilityId, page.values));
    }
    case 'Practitioner': {
      const page = readPage(resources, type, fromPractitioner);
      await upsertPractitioners(tx, run.facilityId, page.values);
      return keep(tx, run, type, resources, page, []);
    }
    case 'PractitionerRole':
      return applyRoles(tx, run, resources);
  }
}

async function applyRoles(tx: Tx, run: Applying, resources: FhirResource[]): Promise<void> {
  const people = practitionersOf(resources);
  const page = readPage(resources, 'PractitionerRole', (one) => fromPractitionerRole(one, people));
  await upsertPractitioners(
    tx,
    run.facilityId,
    page.values.map((role) => ({ ...role, hisId: role.practitionerHisId, name: role.practitionerName })),
  );
  const misfits = await upsertRoles(tx, run.facilityId, page.values, regionDay(run.now));
  await keep(tx, run, 'PractitionerRole', resources, page, misfits);
}

/** Records what could not be placed and settles what now could. */
export async function keep<T>(
  tx: Tx,
  { facilityId, now }: Applying,
  type: string,
  resources: FhirResource[],
  page: PageOf<T>,
  misfits: Misfit[],
): Promise<void> {
  const odd = new Set(misfits.map((m) => m.hisId));
  const read = page.ids.filter((id) => !odd.has(id));
  await settleRejects(tx, facilityId, type, stampsOf(resources, read), now);
  await recordRejects(tx, facilityId, [...page.rejects, ...misfitRejects(resources, misfits)], now);
}
