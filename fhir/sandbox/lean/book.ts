import { type FhirResource, referencedId } from '../../resources/resource.ts';
import { toSchedule } from '../../resources/schedule.ts';
import { type SlotStatus, slotCodes, toSlot } from '../../resources/slot.ts';
import { localDate } from '../../resources/zone.ts';
import { Refusal } from '../exchange.ts';
import type { HospitalContext, Memory } from '../hospital.ts';
import type { Catalog, Naming } from './catalog.ts';
import { dateRange } from './match.ts';
import type { Row } from './page.ts';
import { changesOf, datesFrom, type Session, sessionsOf, sessionTimes, slotStatuses, slotWindow } from './sessions.ts';

const iso = (ms: number) => new Date(ms).toISOString();

export function versionsSince2026(now: number): number {
  return Math.floor((now - Date.UTC(2026, 0, 1)) / 1000);
}

function statusAt(session: Session, index: number): SlotStatus {
  return slotStatuses[session.slots?.status[index] ?? 0] ?? 'free';
}

/** The hospital's book of clinics and numbers. New days open and old ones are put away as the clock moves on. */
export class Book {
  readonly #context: HospitalContext;
  readonly #catalog: Catalog;
  readonly #naming: Naming;
  readonly #sessions = new Map<string, Session>();
  // counting from the start keeps a version from coming again after a restart
  readonly #touched: { count: number; at: number };
  #openedOn = '';

  constructor(context: HospitalContext, catalog: Catalog, naming: Naming) {
    this.#context = context;
    this.#catalog = catalog;
    this.#naming = naming;
    this.#touched = { count: versionsSince2026(context.now()), at: 0 };
    this.#refresh();
  }

  scheduleRows(): Row[] {
    this.#refresh();
    return [...this.#sessions.values()].map((session) => this.#scheduleRow(session));
  }

  scheduleRow(id: string): Row | undefined {
    this.#refresh();
    const session = this.#sessions.get(id);
    return session && this.#scheduleRow(session);
  }

  slotRow(id: string): Row | undefined {
    const found = this.#findSlot(id);
    return found && this.#slotRow(found.session, found.index);
  }

  /** Narrows by what is cheap to see before any Slot is built; the search itself tests everything again. */
  slotRows(query: URLSearchParams): Row[] {
    this.#refresh();
    const bounds = query.getAll('_lastUpdated').filter((one) => /^(ge|gt|sa)/.test(one));
    const since = Math.max(0, ...bounds.map((one) => dateRange(one.slice(2)).from));
    const status = query.get('status')?.split(',');
    const wanted = status && slotStatuses.filter((one) => status.includes(slotCodes[one]));
    const rows: Row[] = [];
    for (const session of this.#sessionsNamed(query.get('schedule'))) {
      if (Math.max(session.publishedAt, session.slots?.newest ?? 0, this.#touched.at) < since) continue;
      for (let index = 0; index < session.size; index++) {
        if (!wanted || wanted.includes(statusAt(session, index))) rows.push(this.#slotRow(session, index));
      }
    }
    return rows;
  }

  slot(id: string): { status: SlotStatus; closed: boolean } | null {
    const found = this.#findSlot(id);
    if (!found) return null;
    return { status: statusAt(found.session, found.index), closed: found.session.stopped !== null };
  }

  setSlot(id: string, status: SlotStatus): void {
    const found = this.#findSlot(id);
    if (found) this.#setStatus(found.session, found.index, status);
  }

  stop(id: string, reason: string): void {
    this.#refresh();
    const session = this.#sessions.get(id);
    if (!session) throw new Refusal(404, 'not-found', 'No such schedule');
    session.stopped = reason;
    session.changes++;
    session.changedAt = this.#context.now();
    for (let index = 0; index < session.size; index++) this.#setStatus(session, index, 'suspended');
  }

  reopen(id: string): void {
    this.#refresh();
    const session = this.#sessions.get(id);
    if (!session || session.stopped === null) throw new Refusal(404, 'not-found', 'No such stopped schedule');
    session.stopped = null;
    session.changes++;
    session.changedAt = this.#context.now();
    for (let index = 0; index < session.size; index++) {
      if (statusAt(session, index) === 'suspended') this.#setStatus(session, index, 'free');
    }
  }

  /** Every slot that is not free, and every stopped clinic. */
  memory(): Pick<Memory, 'slots' | 'stopped'> {
    const memory: Pick<Memory, 'slots' | 'stopped'> = { slots: [], stopped: [] };
    for (const session of this.#sessions.values()) {
      if (session.stopped !== null) memory.stopped.push([session.id, session.stopped]);
      for (let index = 0; session.slots && index < session.size; index++) {
        const status = statusAt(session, index);
        if (status !== 'free') memory.slots.push([`${session.id}-${index + 1}`, status]);
      }
    }
    return memory;
  }

  /** Takes the first free numbers that still lie ahead. */
  takeFirst(count: number): string[] {
    this.#refresh();
    const taken: string[] = [];
    for (const session of this.#sessions.values()) {
      for (let index = 0; index < session.size && taken.length < count; index++) {
        const ahead = slotWindow(session, index + 1).start > this.#context.now();
        if (!ahead || statusAt(session, index) !== 'free') continue;
        this.#setStatus(session, index, 'busy');
        taken.push(`${session.id}-${index + 1}`);
      }
    }
    return taken;
  }

  touch(): void {
    this.#touched.count++;
    this.#touched.at = this.#context.now();
  }

  counts(): { Schedule: number; Slot: number } {
    this.#refresh();
    const all = [...this.#sessions.values()];
    return { Schedule: all.length, Slot: all.reduce((sum, one) => sum + one.size, 0) };
  }

  #refresh(): void {
    const { config, now, changed } = this.#context;
    const today = localDate(now());
    if (today === this.#openedOn) return;
    const first = this.#openedOn === '';
    this.#openedOn = today;
    const yesterday = localDate(now() - 86_400_000);
    for (const session of this.#sessions.values()) if (session.date < yesterday) this.#sessions.delete(session.id);
    for (const date of datesFrom(now(), config.days)) {
      for (const session of sessionsOf(config, this.#catalog, this.#naming, date, now())) {
        if (!this.#sessions.has(session.id)) this.#sessions.set(session.id, session);
      }
    }
    if (!first) changed(['Schedule', 'Slot']);
  }

  #sessionsNamed(schedule: string | null): Iterable<Session> {
    if (!schedule || schedule.includes(',')) return this.#sessions.values();
    const session = this.#sessions.get(referencedId('Schedule', schedule) ?? schedule);
    return session ? [session] : [];
  }

  #findSlot(id: string): { session: Session; index: number } | undefined {
    this.#refresh();
    const cut = id.lastIndexOf('-');
    const session = this.#sessions.get(id.slice(0, cut));
    const number = /^[1-9]\d{0,2}$/.test(id.slice(cut + 1)) ? Number(id.slice(cut + 1)) : 0;
    return session && number >= 1 && number <= session.size ? { session, index: number - 1 } : undefined;
  }

  #setStatus(session: Session, index: number, status: SlotStatus): void {
    const changes = changesOf(session);
    changes.status[index] = slotStatuses.indexOf(status);
    changes.changes[index] = (changes.changes[index] ?? 0) + 1;
    changes.newest = this.#context.now();
    changes.at[index] = changes.newest;
  }

  #slotRow(session: Session, index: number): Row {
    const updated = Math.max(session.slots?.at[index] || session.publishedAt, this.#touched.at);
    const id = `${session.id}-${index + 1}`;
    return { id, updated, resource: () => this.#slotResource(session, index, updated) };
  }

  #slotResource(session: Session, index: number, updated: number): FhirResource {
    const { start, end } = slotWindow(session, index + 1);
    return toSlot({
      hisId: `${session.id}-${index + 1}`,
      version: String(1 + (session.slots?.changes[index] ?? 0) + this.#touched.count),
      lastUpdated: iso(updated),
      scheduleHisId: session.id,
      number: index + 1,
      start: iso(start),
      end: iso(end),
      status: statusAt(session, index),
    });
  }

  #scheduleRow(session: Session): Row {
    const updated = Math.max(session.changedAt, this.#touched.at);
    return { id: session.id, updated, resource: () => this.#scheduleResource(session, updated) };
  }

  #scheduleResource(session: Session, updated: number): FhirResource {
    const { from, to } = sessionTimes(session);
    const role = session.role === null ? null : this.#catalog.roles[session.role];
    return toSchedule({
      hisId: session.id,
      version: String(1 + session.changes + this.#touched.count),
      lastUpdated: iso(updated),
      active: session.stopped === null,
      stopReason: session.stopped,
      departmentHisId: this.#catalog.departments[session.department]?.hisId ?? '',
      practitionerHisId: role?.practitionerHisId ?? null,
      roleHisId: role?.hisId ?? null,
      date: session.date,
      halfDay: session.halfDay,
      startsAt: iso(from),
      endsAt: iso(to),
      numberType: session.numberType,
      feeFen: session.feeFen,
    });
  }
}
