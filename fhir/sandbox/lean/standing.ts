import { toHealthcareService } from '../../resources/healthcare-service.ts';
import { toLocation } from '../../resources/location.ts';
import { toOrganization } from '../../resources/organization.ts';
import { toPractitioner } from '../../resources/practitioner.ts';
import { toPractitionerRole } from '../../resources/practitioner-role.ts';
import type { FhirResource } from '../../resources/resource.ts';
import { versionsSince2026 } from './book.ts';
import type { Catalog } from './catalog.ts';
import type { Row } from './page.ts';

const standingTypes = ['Organization', 'Location', 'HealthcareService', 'Practitioner', 'PractitionerRole'] as const;
type StandingType = (typeof standingTypes)[number];

/** The catalogue as resources, in an order in which references point backwards. */
export function standingResources(catalog: Catalog): FhirResource[] {
  return standingTypes.flatMap((type) => resourcesOf(type, catalog));
}

function resourcesOf(type: StandingType, catalog: Catalog): FhirResource[] {
  if (type === 'Organization') return [toOrganization(catalog.organization)];
  if (type === 'Location') return catalog.locations.map(toLocation);
  if (type === 'HealthcareService') return catalog.departments.map(toHealthcareService);
  if (type === 'PractitionerRole') return catalog.roles.map(toPractitionerRole);
  return catalog.roles.map((role) =>
    toPractitioner({ ...role, hisId: role.practitionerHisId, name: role.practitionerName }),
  );
}

/** What hardly ever changes, built anew for each search: keeping it for hundreds of hospitals would cost more. */
export class Standing {
  readonly #catalog: Catalog;
  readonly #now: () => number;
  #updated: number;
  #version: number;

  constructor(catalog: Catalog, now: () => number) {
    this.#catalog = catalog;
    this.#now = now;
    this.#updated = now();
    this.#version = versionsSince2026(now());
  }

  rows(type: string): Row[] {
    const known = standingTypes.find((one) => one === type);
    const meta = { versionId: String(this.#version), lastUpdated: new Date(this.#updated).toISOString() };
    const resources = known ? resourcesOf(known, this.#catalog) : [];
    return resources.map((one) => ({
      id: String(one.id),
      updated: this.#updated,
      resource: () => ({ ...one, meta }),
    }));
  }

  touch(): void {
    this.#updated = this.#now();
    this.#version++;
  }
}
