import type { FhirResource } from '../resources/resource.ts';
import type { Desk, DeskStore } from './desk.ts';
import { Refusal } from './exchange.ts';
import type { WindowCommands } from './hospital.ts';

/** The parts of window work that depend on how a hospital keeps its clinics. */
type WindowStore = {
  takeFirst(count: number): Promise<string[]>;
  stop(schedule: string, reason: string): Promise<void>;
  reopen(schedule: string): Promise<void>;
  touch(): Promise<void>;
  /** Writes a resource into somebody's chart. */
  write(resource: FhirResource & { id: string }): Promise<void>;
  /** Deletes a resource of somebody's chart; false if there is none such. */
  withdraw(type: string, id: string): Promise<boolean>;
};

/** Work at the hospital's own window, each piece between two bookings of the desk. */
export function createWindow(
  desk: Desk,
  slots: DeskStore,
  changed: (types: string[]) => void,
  store: WindowStore,
): WindowCommands {
  const known = async (id: string) => {
    const slot = await slots.slot(id);
    if (!slot) throw new Refusal(404, 'not-found', 'No such slot');
    return slot;
  };
  return {
    take: (what) =>
      desk.inTurn(async () => {
        if ('slot' in what && (await known(what.slot)).status !== 'free')
          throw new Refusal(409, 'conflict', 'Not free');
        if ('slot' in what) await slots.setSlot(what.slot, 'busy');
        const taken = 'slot' in what ? [what.slot] : await store.takeFirst(what.any);
        changed(['Slot']);
        return taken;
      }),
    free: (id) =>
      desk.inTurn(async () => {
        const slot = await known(id);
        if (slot.closed) throw new Refusal(409, 'conflict', 'The clinic is stopped');
        if (desk.isHeld(id)) throw new Refusal(409, 'conflict', 'An appointment has this slot');
        if (slot.status !== 'free') await slots.setSlot(id, 'free');
        changed(['Slot']);
      }),
    stop: (schedule, reason) =>
      desk.inTurn(async () => {
        await store.stop(schedule, reason);
        changed(['Schedule', 'Slot']);
      }),
    reopen: (schedule) =>
      desk.inTurn(async () => {
        await store.reopen(schedule);
        changed(['Schedule', 'Slot']);
      }),
    write: (resource) =>
      desk.inTurn(async () => {
        await store.write(resource);
        changed([resource.resourceType]);
      }),
    withdraw: (type, id) =>
      desk.inTurn(async () => {
        if (!(await store.withdraw(type, id))) throw new Refusal(404, 'not-found', 'No such entry');
        changed([type]);
      }),
    touch: () =>
      desk.inTurn(async () => {
        await store.touch();
        changed([
          'Organization',
          'Location',
          'HealthcareService',
          'Practitioner',
          'PractitionerRole',
          'Schedule',
          'Slot',
          'Appointment',
        ]);
      }),
  };
}
