import { type Desk, type Page, stamped, writeChart } from '../charts/chart.ts';
import type { SamplePerson } from '../charts/people.ts';
import type { Row } from './page.ts';

/** So many hospitals' charts are kept written at a time; the others are written again when somebody asks. */
const keptMost = 6;
const kept = new Map<Charts, Map<string, Map<string, Page>>>();

/** The charts of a hospital's patients: not stored but written when asked for, the same every time. */
export class Charts {
  readonly #patients: readonly SamplePerson[];
  readonly #desk: Desk;
  readonly #now: () => number;
  #touched: { at: number; version: number } | null = null;

  constructor(patients: readonly SamplePerson[], desk: Desk, now: () => number) {
    this.#patients = patients;
    this.#desk = desk;
    this.#now = now;
  }

  rows(type: string): Row[] {
    return [...(this.#written().get(type) ?? new Map<string, Page>())].map(([id, page]) => this.#row(id, page));
  }

  row(type: string, id: string): Row | undefined {
    const page = this.#written().get(type)?.get(id);
    return page && this.#row(id, page);
  }

  touch(): void {
    this.#touched = { at: this.#now(), version: (this.#touched?.version ?? 1) + 1 };
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
