import { isClinicalType } from '../../resources/clinical/shapes.ts';
import { type FhirResource, referencedId } from '../../resources/resource.ts';
import { slotOf } from '../desk.ts';
import { type Exchange, Refusal, type Versioned } from '../exchange.ts';
import type { HospitalContext, Memory } from '../hospital.ts';
import { Book } from './book.ts';
import { createCatalog, createNaming } from './catalog.ts';
import { Charts } from './charts.ts';
import { type Row, searchPage } from './page.ts';
import { parameters } from './parameters.ts';
import { createShelf } from './shelf.ts';
import { Standing } from './standing.ts';

/** All that a lean hospital knows, by type: what stands, the book of clinics, and what was brought to it. */
export class Records {
  readonly book: Book;
  readonly appointments;
  readonly patients;
  readonly charts: Charts;
  readonly #standing: Standing;
  readonly #context: HospitalContext;

  constructor(context: HospitalContext) {
    const naming = createNaming(context.config, context.personality.stringIds);
    const catalog = createCatalog(context.config, naming);
    this.#context = context;
    this.#standing = new Standing(catalog, context.now);
    this.book = new Book(context, catalog, naming);
    this.appointments = createShelf(context.now);
    this.patients = createShelf(context.now);
    const { code, seed } = context.config;
    // every fourth laboratory numbers its tests in a way of its own
    const desk = { code, catalog, naming, local: seed % 4 === 3, sloppy: context.personality.sloppyRecords };
    this.charts = new Charts(context.patients, desk, context.now);
    if (context.remembered) this.#restore(context.remembered);
  }

  read(type: string, id: string): Versioned {
    if (!parameters[type]) throw new Refusal(404, 'not-supported', 'This type is not kept here');
    if (type === 'Appointment') return this.appointments.read(id);
    if (type === 'Patient' && !this.charts.row(type, id) && !this.charts.isGone(type, id))
      return this.patients.read(id);
    const found = this.#row(type, id);
    if (!found && this.charts.isGone(type, id)) throw new Refusal(410, 'deleted', 'Deleted');
    if (!found) throw new Refusal(404, 'not-found', 'Not known');
    return found.resource() as Versioned;
  }

  /** What of a type was deleted since; versions before the present one are not kept. */
  deletions(type: string, { query, base }: Exchange): FhirResource {
    if (!isClinicalType(type)) throw new Refusal(405, 'not-supported', 'No such interaction');
    const gone = this.charts.goneSince(type, Date.parse(query.get('_since') ?? '1970-01-01'));
    const entry = gone.map(({ id, at }) => ({
      fullUrl: `${base}/${type}/${id}`,
      request: { method: 'DELETE', url: `${type}/${id}` },
      response: { status: '204', lastModified: new Date(at).toISOString() },
    }));
    return { resourceType: 'Bundle', type: 'history', total: entry.length, ...(entry.length ? { entry } : {}) };
  }

  /** `Patient/[id]/$everything`: one person's record, a page at a time as any search is. */
  everything(id: string, exchange: Exchange): FhirResource {
    const rows = this.charts.everything(id);
    if (!rows) throw new Refusal(404, 'not-found', 'Not known');
    const path = `Patient/${id}/$everything`;
    return searchPage(path, exchange, rows, (reference) => this.#resolve(reference), this.#context.personality);
  }

  search(type: string, exchange: Exchange): FhirResource {
    if (!parameters[type]) throw new Refusal(404, 'not-supported', 'This type is not kept here');
    const rows = this.#rows(type, exchange.query);
    return searchPage(type, exchange, rows, (reference) => this.#resolve(reference), this.#context.personality);
  }

  /** At most two resources that meet a condition such as If-None-Exist; unknown parameters are refused. */
  matching(type: string, condition: string): Versioned[] {
    const query = new URLSearchParams(condition.replace(/^[^=]*\?/, ''));
    query.set('_count', '2');
    const headers = { prefer: 'handling=strict' };
    const page = this.search(type, { method: 'GET', path: [type], query, headers, body: undefined, base: '' });
    return ((page.entry ?? []) as { resource: Versioned }[]).map((one) => one.resource);
  }

  touch(): void {
    this.book.touch();
    this.#standing.touch();
    this.appointments.touch();
    this.patients.touch();
    this.charts.touch();
  }

  /** Of days that are over nothing is taken up again. */
  #restore(memory: Memory): void {
    for (const one of memory.appointments) if (this.book.slotRow(slotOf(one) ?? '')) this.appointments.restore(one);
    for (const [id, status] of memory.slots) this.book.setSlot(id, status);
    for (const [id, reason] of memory.stopped) if (this.book.scheduleRow(id)) this.book.stop(id, reason);
  }

  #rows(type: string, query: URLSearchParams): Row[] {
    if (type === 'Slot') return this.book.slotRows(query);
    if (type === 'Schedule') return this.book.scheduleRows();
    if (type === 'Appointment') return this.appointments.rows();
    if (type === 'Patient') return [...this.patients.rows(), ...this.charts.rows(type)];
    return isClinicalType(type) ? this.charts.rows(type) : this.#standing.rows(type);
  }

  #row(type: string, id: string): Row | undefined {
    if (type === 'Slot') return this.book.slotRow(id);
    if (type === 'Schedule') return this.book.scheduleRow(id);
    if (isClinicalType(type)) return this.charts.row(type, id);
    return this.#standing.rows(type).find((one) => one.id === id);
  }

  #resolve(reference: string): FhirResource | undefined {
    const type = reference.split('/').at(-2) ?? '';
    const id = referencedId(type, reference);
    return id ? this.#row(type, id)?.resource() : undefined;
  }
}
