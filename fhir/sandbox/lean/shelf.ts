import { randomUUID } from 'node:crypto';
import type { FhirResource } from '../../resources/resource.ts';
import { Refusal, type Versioned } from '../exchange.ts';
import type { Row } from './page.ts';

/** Resources that are kept as they came: Appointments and Patients. */
export function createShelf(now: () => number) {
  const kept = new Map<string, Versioned>();
  const gone = new Map<string, number>(); // id → last version

  function keep(resource: FhirResource, id: string, version: number): Versioned {
    const { versionId: _v, lastUpdated: _l, ...meta } = (resource.meta ?? {}) as Record<string, unknown>;
    const stamp = { versionId: String(version), lastUpdated: new Date(now()).toISOString() };
    const stored = { ...resource, id, meta: { ...meta, ...stamp } };
    kept.set(id, stored);
    gone.delete(id);
    return stored;
  }

  return {
    insert: (resource: FhirResource): Versioned => keep(resource, randomUUID(), 1),
    replace(resource: FhirResource): Versioned {
      const id = String(resource.id);
      return keep(resource, id, Number(kept.get(id)?.meta.versionId ?? gone.get(id) ?? 0) + 1);
    },
    /** Puts back what was kept before a restart, as it was. */
    restore: (resource: Versioned): void => void kept.set(resource.id, resource),
    all: (): Versioned[] => [...kept.values()],
    get: (id: string): Versioned | undefined => kept.get(id),
    /** The same, but says the difference between never known and deleted. */
    read(id: string): Versioned {
      const found = kept.get(id);
      if (found) return found;
      throw gone.has(id) ? new Refusal(410, 'deleted', 'Deleted') : new Refusal(404, 'not-found', 'Not known');
    },
    remove(id: string): void {
      const found = kept.get(id);
      if (!found) return;
      kept.delete(id);
      gone.set(id, Number(found.meta.versionId) + 1);
    },
    rows: (): Row[] =>
      [...kept.values()].map((one) => ({ id: one.id, updated: Date.parse(one.meta.lastUpdated), resource: () => one })),
    touch: () => {
      for (const one of [...kept.values()]) keep(one, one.id, Number(one.meta.versionId) + 1);
    },
    size: () => kept.size,
  };
}
export type Shelf = ReturnType<typeof createShelf>;
