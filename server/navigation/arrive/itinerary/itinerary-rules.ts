import type { Possibility } from '../../../booking/rules.ts';
import type { ItineraryStep, QueuePlace } from '../../schema/itinerary.ts';
import type { PlaceKind, PlaceView } from '../../schema/places.ts';
import { findTest } from '../preparation/known-tests.ts';
import { preparationForTest } from '../preparation/preparation-rules.ts';
import { findRoute, minutesOf, nearest, type PlaceMap } from '../route.ts';

export type StoredStep = Pick<ItineraryStep, 'id' | 'kind' | 'test' | 'label' | 'state' | 'settledAt'> & {
  placeId: string | null;
};
export type Visit = { status: string; departmentId: string };
export type Surroundings = {
  map: PlaceMap;
  preparations: Parameters<typeof preparationForTest>[0];
  queue: QueuePlace | null;
  stepFree: boolean;
};

/** More steps than this are a mistake, and no day is long enough for them. */
export const maxSteps = 20;

/** Every visit has these two, whether or not anybody has added to them. */
const base: StoredStep[] = (['check-in', 'doctor'] as const).map((kind) => ({
  ...{ id: kind, kind, test: '', label: '', state: 'todo', settledAt: null, placeId: null },
}));

/** May staff add and tick steps? On the day, of a visit that takes place. */
export function canGuide(visit: { status: string; date: string }, today: string): Possibility {
  if (visit.status === 'held') return { can: false, rule: 'still-held' };
  if (!['booked', 'arrived', 'fulfilled'].includes(visit.status)) return { can: false, rule: 'already-cancelled' };
  return visit.date === today ? { can: true, rule: null } : { can: false, rule: 'not-today' };
}

/** Where one was seen: by the booking, by the line of the clinic, or because somebody ticked it. */
function stateOf(step: StoredStep, visit: Visit, queue: QueuePlace | null): StoredStep['state'] {
  if (step.kind === 'check-in') return ['arrived', 'fulfilled'].includes(visit.status) ? 'done' : 'todo';
  if (step.kind !== 'doctor') return step.state;
  const seen = visit.status === 'fulfilled' || queue?.state === 'done' || queue?.state === 'away';
  return seen ? 'done' : step.state;
}

const kindOfPlace: Partial<Record<ItineraryStep['kind'], PlaceKind>> = { pay: 'cashier', pharmacy: 'pharmacy' };

/** The place of a step: as it was set, else the room, the desk that belongs to it, or the nearest of the kind. */
function placeOf(step: StoredStep, visit: Visit, map: PlaceMap, from: PlaceView | null): PlaceView | null {
  const set = map.places.find((place) => place.id === step.placeId);
  if (set) return set;
  const room = map.places.find((place) => place.departmentId === visit.departmentId) ?? null;
  if (step.kind === 'doctor' || step.kind === 'return') return room;
  const kind = step.kind === 'check-in' ? 'check-in' : (kindOfPlace[step.kind] ?? findTest(step.test)?.at);
  if (!kind) return null;
  const candidates = map.places.filter((place) => place.kind === kind);
  return nearest(map, (step.kind === 'check-in' ? room : from)?.id ?? null, candidates);
}

/** The entrance from which the room is reached soonest. */
export function entranceOf(map: PlaceMap, room: PlaceView | null): PlaceView | null {
  const entrances = map.places.filter((place) => place.kind === 'entrance');
  return nearest(map, room?.id ?? null, entrances);
}

/** The steps of a visit in their order, each with its state, its place and the way to it from the one before. */
export function itineraryOf(visit: Visit, stored: StoredStep[], around: Surroundings): ItineraryStep[] {
  const { map, queue, stepFree } = around;
  const steps = stored.some((step) => step.kind === 'doctor') ? stored : [...base, ...stored];
  const room = map.places.find((place) => place.departmentId === visit.departmentId) ?? null;
  let from = entranceOf(map, room);
  let found = false;
  return steps.map((step) => {
    const state = stateOf(step, visit, queue);
    const place = placeOf(step, visit, map, from);
    const route = from && place ? findRoute(map, from.id, place.id, stepFree) : null;
    const next = state === 'todo' && !found;
    found ||= next;
    const { placeId: _, ...rest } = step;
    const view: ItineraryStep = {
      ...{ ...rest, state, next, place },
      testName: findTest(step.test)?.name ?? null,
      fromId: route ? (from?.id ?? null) : null,
      wayMinutes: route ? minutesOf(route.seconds) : null,
      preparation: step.kind === 'test' && step.test ? preparationForTest(around.preparations, step.test) : null,
    };
    from = place ?? from;
    return view;
  });
}
