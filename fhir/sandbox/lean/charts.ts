import { valuesAt } from '../../resources/clinical/elements.ts';
import { clinicalShapes, isClinicalType } from '../../resources/clinical/shapes.ts';
import type { FhirResource } from '../../resources/resource.ts';
import { type Desk, type Page, stamped, writeChart } from '../charts/chart.ts';
import type { SamplePerson } from '../charts/people.ts';
import type { Row } from './page.ts';

/** So many hospitals' charts are kept written at a time; the others are written again when somebody asks. */
const keptMost = 6;
const kept = new Map<Charts, Map<string, Map<string, Page>>>();

const keyOf = ({ resource }: Page) => `${resource.resourceType}/${resource.id}`;

function isOf({ resource }: Page, patientId: string): boolean {
  const { resourceType: type, id } = resource;
  if (type === 'Patient') return id === patientId;
  return (
    isClinicalType(type) && valuesAt(resource, `${clinicalShapes[type].person}.reference`)[0] === `Patient/${patientId}`
  );
}

/** The charts of a hospital's patients: not stored but written when asked for, the same every time. */
export class Charts {
  readonly #patients: readonly SamplePerson[];
  readonly #desk: Desk;
  readonly #now: () => number;
  /** What was written by hand since the start, by type and id; it stands before what follows from the person. */
  readonly #added = new Map<string, Map<string, Page>>();
  readonly #gone = new Map<string, { type: string; id: string; at: number }>();
  #touched: { at: number; version: number } | null = null;

  constructor(patients: readonly SamplePerson[], desk: Desk, now: () => number) {
    this.#patients = patients;
    this.#desk = desk;
    this.#now = now;
  }

  rows(type: string): Row[] {
    const pages = [...(this.#written().get(type) ?? []), ...(this.#added.get(type) ?? [])];
    return pages.filter(([id]) => !this.isGone(type, id)).map(([id, page]) => this.#row(id, page));
  }

  row(type: string, id: string): Row | undefined {
    const page = this.#added.get(type)?.get(id) ?? this.#written().get(type)?.get(id);
    return page && !this.isGone(type, id) ? this.#row(id, page) : undefined;
  }

  /** All that is written of one patient, from person to last visit; null for a patient not known here. */
  everything(patientId: string): Row[] | null {
    const person = this.#patients.find((one) => this.#desk.naming('HZ', one.idNumber) === patientId);
    const written = person ? writeChart(person, this.#desk, this.#now()) : [];
    const pages = new Map(written.map((page) => [keyOf(page), page]));
    for (const ofType of this.#added.values())
      for (const page of ofType.values()) if (isOf(page, patientId)) pages.set(keyOf(page), page);
    if (pages.size === 0) return null;
    return [...pages.values()].flatMap((page) => {
      const { resourceType: type, id } = page.resource;
      return this.isGone(type, String(id)) ? [] : [this.#row(String(id), page)];
    });
  }

  touch(): void {
    this.#touched = { at: this.#now(), version: (this.#touched?.version ?? 1) + 1 };
  }

  /** Somebody writes something new, of whatever kind, as it is given. */
  write(resource: FhirResource & { id: string }): void {
    const { resourceType: type, id } = resource;
    const ofType = this.#added.get(type) ?? new Map<string, Page>();
    this.#added.set(type, ofType.set(id, { resource, updated: this.#now() }));
  }

  /** Deletes what should never have been written; its id answers 410 from now on. */
  withdraw(type: string, id: string): boolean {
    if (!this.row(type, id)) return false;
    this.#gone.set(`${type}/${id}`, { type, id, at: this.#now() });
    return true;
  }

  isGone(type: string, id: string): boolean {
    return this.#gone.has(`${type}/${id}`);
  }

  /** What of a type was deleted since, the latest first. */
  goneSince(type: string, since: number): { id: string; at: number }[] {
    return [...this.#gone.values()].filter((one) => one.type === type && one.at >= since).reverse();
  }

  size(): number {
    return this.#patients.length;
  }

  #row(id: string, page: Page): Row {
    const { at: updated, version } = this.#touched ?? { at: page.updated, version: 1 };
    return { id, updated, resource: () => stamped({ resource: page.resource, updated }, version).resource };
  }

  #written(): Map<string, Map<string, Page>> {
    const before = kept.get(this);
    kept.delete(this); // the one asked for last stands last
    const written = before ?? this.#write();
    kept.set(this, written);
    const [oldest] = kept.keys();
    if (kept.size > keptMost && oldest) kept.delete(oldest);
    return written;
  }

  #write(): Map<string, Map<string, Page>> {
    const byType = new Map<string, Map<string, Page>>();
    for (const person of this.#patients) {
      for (const page of writeChart(person, this.#desk, this.#now())) {
        const { resourceType: type, id } = page.resource;
        const ofType = byType.get(type) ?? new Map<string, Page>();
        byType.set(type, ofType.set(String(id), page));
      }
    }
    return byType;
  }
}
