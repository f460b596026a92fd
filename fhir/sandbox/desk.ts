import { type FhirResource, referencedId } from '../resources/resource.ts';
import type { SlotStatus } from '../resources/slot.ts';
import { appointmentFault, slotStatusFor } from './booking-rules.ts';
import { Refusal, type Versioned } from './exchange.ts';
import type { HospitalContext } from './hospital.ts';

/** What the desk needs of the hospital's store; both kinds of hospital offer it. */
export type DeskStore = {
  slot(id: string): Promise<{ status: SlotStatus; closed: boolean } | null>;
  setSlot(id: string, status: SlotStatus): Promise<void>;
  find(query: string): Promise<Versioned[]>;
  appointment(id: string): Promise<Versioned | null>;
  insert(resource: FhirResource): Promise<Versioned>;
  replace(resource: FhirResource): Promise<Versioned>;
};

/** The id of the slot an Appointment is for. */
export function slotOf(resource: FhirResource): string | null {
  const slots = resource.slot as { reference?: string }[] | undefined;
  return referencedId('Slot', slots?.[0]?.reference);
}

/** The registration desk: an Appointment and its Slot change together, one booking after the other. */
export class Desk {
  readonly #context: HospitalContext;
  readonly #store: DeskStore;
  readonly #confirms: boolean;
  readonly #holders = new Map<string, string>(); // slot → appointment
  readonly #timers = new Set<NodeJS.Timeout>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(context: HospitalContext, store: DeskStore) {
    this.#context = context;
    this.#store = store;
    this.#confirms = context.config.authority === 'confirmed';
  }

  create(wish: FhirResource, ifNoneExist?: string) {
    return this.inTurn(() => this.#create(wish, ifNoneExist));
  }

  update(id: string, wish: FhirResource, ifMatch?: string): Promise<Versioned> {
    return this.inTurn(() => this.#update(id, wish, ifMatch));
  }

  /** Runs work of others (the window, a load) between two bookings. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  /** Whether an appointment has the slot, so that the window may not give it back. */
  isHeld(slotId: string): boolean {
    return this.#holders.has(slotId);
  }

  /** Takes up the appointments of before a restart; what waited for a word waits anew. */
  resume(appointments: readonly Versioned[]): void {
    for (const one of appointments) {
      const slotId = slotOf(one);
      if (!slotId || !slotStatusFor(one.status)) continue;
      this.#holders.set(slotId, one.id);
      if (one.status === 'pending') this.#decideLater(one.id);
    }
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }

  async #claimable(slotId: string): Promise<void> {
    const slot = await this.#store.slot(slotId);
    if (!slot) throw new Refusal(422, 'not-found', 'The slot does not exist');
    if (slot.status !== 'free') throw new Refusal(409, 'conflict', 'The slot is not free');
  }

  async #occupy(slotId: string, status: SlotStatus, appointmentId: string): Promise<void> {
    this.#holders.set(slotId, appointmentId);
    const slot = await this.#store.slot(slotId);
    if (slot && !slot.closed && slot.status !== status) await this.#store.setSlot(slotId, status);
  }

  async #release(slotId: string, appointmentId: string): Promise<void> {
    if (this.#holders.get(slotId) !== appointmentId) return;
    this.#holders.delete(slotId);
    const slot = await this.#store.slot(slotId);
    if (slot) await this.#store.setSlot(slotId, slot.closed ? 'suspended' : 'free');
  }

  /** What the hospital makes of a wish: one that confirms first never takes "booked" for granted. */
  #received(resource: FhirResource, before?: FhirResource): FhirResource {
    const unasked = !before || before.status === 'pending';
    return this.#confirms && resource.status === 'booked' && unasked ? { ...resource, status: 'pending' } : resource;
  }

  async #create(wish: FhirResource, ifNoneExist: string | undefined) {
    const fault = appointmentFault(wish);
    if (fault) throw new Refusal(422, 'invariant', fault);
    const matches = ifNoneExist ? await this.#store.find(ifNoneExist) : [];
    if (matches.length > 1) throw new Refusal(412, 'multiple-matches', 'More than one matches If-None-Exist');
    if (matches[0]) return { status: 200 as const, resource: matches[0] };
    const resource = this.#received(wish);
    const slotId = slotOf(resource);
    const wanted = slotStatusFor(resource.status);
    if (!slotId) throw new Refusal(422, 'required', 'An appointment needs a slot');
    if (wanted) await this.#claimable(slotId);
    if (!this.#confirms && this.#context.health().rejectBookings) {
      throw new Refusal(422, 'business-rule', 'The hospital does not accept this booking');
    }
    const stored = await this.#store.insert(resource);
    if (wanted) await this.#occupy(slotId, wanted, stored.id);
    if (stored.status === 'pending') this.#decideLater(stored.id);
    this.#context.changed(['Appointment', 'Slot']);
    return { status: 201 as const, resource: stored };
  }

  async #update(id: string, wish: FhirResource, ifMatch: string | undefined): Promise<Versioned> {
    const before = await this.#store.appointment(id);
    if (!before) throw new Refusal(404, 'not-found', 'The appointment does not exist');
    if (ifMatch && ifMatch !== before.meta.versionId) throw new Refusal(412, 'conflict', 'The version is not current');
    const fault = appointmentFault(wish);
    if (fault) throw new Refusal(422, 'invariant', fault);
    const resource = this.#received(wish, before);
    const slotId = slotOf(resource);
    const oldSlot = slotOf(before);
    const wanted = slotStatusFor(resource.status);
    if (wanted && slotId && this.#holders.get(slotId) !== id) await this.#claimable(slotId);
    const stored = await this.#store.replace({ ...resource, id });
    if (oldSlot && (!wanted || oldSlot !== slotId)) await this.#release(oldSlot, id);
    if (wanted && slotId) await this.#occupy(slotId, wanted, id);
    // a wish that came back from the dead has to be confirmed again
    if (stored.status === 'pending' && before.status !== 'pending') this.#decideLater(id);
    this.#context.changed(['Appointment', 'Slot']);
    return stored;
  }

  #decideLater(id: string): void {
    if (!this.#confirms) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.inTurn(() => this.#decide(id)).catch(() => undefined);
    }, this.#context.config.confirmAfterMs);
    this.#timers.add(timer);
  }

  /** The hospital's word on a pending appointment: yes, no, or none at all. */
  async #decide(id: string): Promise<void> {
    const current = await this.#store.appointment(id);
    const slotId = current && slotOf(current);
    const health = this.#context.health();
    if (!current || !slotId || current.status !== 'pending' || health.silentBookings) return;
    const closed = (await this.#store.slot(slotId))?.closed ?? true;
    if (health.rejectBookings || closed) {
      const participant = (current.participant as object[]).map((one) => ({ ...one, status: 'declined' }));
      const cancelationReason = { text: closed ? '停诊' : '医院未接受该预约' };
      await this.#store.replace({ ...current, status: 'cancelled', cancelationReason, participant });
      await this.#release(slotId, id);
    } else {
      await this.#store.replace({ ...current, status: 'booked' });
      await this.#occupy(slotId, 'busy', id);
    }
    this.#context.changed(['Appointment', 'Slot']);
  }
}
