import type { PlaceView, RouteView, WayMode, WayRow } from '../schema/places.ts';

export type PlaceMap = { places: readonly PlaceView[]; ways: readonly WayRow[] };
type Leg = RouteView['steps'][number];
type Edge = Omit<Leg, 'to'> & { toId: string };
/** Minutes are rounded up: nobody is glad to be told too few. */
export const minutesOf = (seconds: number): number => Math.max(1, Math.ceil(seconds / 60));

const isStepFree = (mode: WayMode): boolean => mode !== 'stairs' && mode !== 'escalator';

function edgesOf(ways: readonly WayRow[], stepFree: boolean): Map<string, Edge[]> {
  const edges = new Map<string, Edge[]>();
  const add = (fromId: string, edge: Edge) => edges.set(fromId, [...(edges.get(fromId) ?? []), edge]);
  for (const { fromId, toId, mode, seconds, oneWay, there, back } of ways) {
    if (stepFree && !isStepFree(mode)) continue;
    add(fromId, { toId, mode, seconds, text: there });
    if (!oneWay) add(toId, { toId: fromId, mode, seconds, text: back });
  }
  return edges;
}

/** Seconds to every place that can be reached, and the last leg to each: Dijkstra over some dozens of places. */
function spread(map: PlaceMap, fromId: string, stepFree: boolean) {
  const edges = edgesOf(map.ways, stepFree);
  const seconds = new Map([[fromId, 0]]);
  const came = new Map<string, Edge & { fromId: string }>();
  const open = new Set([fromId]);
  while (open.size > 0) {
    const here = [...open].reduce((a, b) => ((seconds.get(b) ?? 0) < (seconds.get(a) ?? 0) ? b : a));
    open.delete(here);
    for (const edge of edges.get(here) ?? []) {
      const total = (seconds.get(here) ?? 0) + edge.seconds;
      if (total >= (seconds.get(edge.toId) ?? Number.POSITIVE_INFINITY)) continue;
      seconds.set(edge.toId, total);
      came.set(edge.toId, { ...edge, fromId: here });
      open.add(edge.toId);
    }
  }
  return { seconds, came };
}

/** Ids of the places that can be reached from any of the given ones. */
export function reachable(map: PlaceMap, fromIds: string[], stepFree = false): Set<string> {
  return new Set(fromIds.flatMap((id) => [...spread(map, id, stepFree).seconds.keys()]));
}

/**
 * The quickest way, without steps when asked for and there is one; else the quickest of all, which then says
 * that it has steps. Null when no way leads there or a place is unknown.
 */
export function findRoute(map: PlaceMap, fromId: string, toId: string, stepFree: boolean): RouteView | null {
  return (stepFree ? trace(map, fromId, toId, true) : null) ?? trace(map, fromId, toId, false);
}

function trace(map: PlaceMap, fromId: string, toId: string, stepFree: boolean): RouteView | null {
  const byId = new Map(map.places.map((place) => [place.id, place]));
  const [from, to] = [byId.get(fromId), byId.get(toId)];
  const { seconds, came } = spread(map, fromId, stepFree);
  const total = seconds.get(toId);
  if (!from || !to || total === undefined) return null;
  const steps: Leg[] = [];
  for (let at = came.get(toId); at; at = came.get(at.fromId)) {
    const { mode, text, seconds: time } = at;
    steps.unshift({ mode, text, seconds: time, to: byId.get(at.toId) as PlaceView });
  }
  return { from, to, steps, seconds: total, stepFree: steps.every((step) => isStepFree(step.mode)) };
}

/** The nearest of the candidates from a place, or the first of them when none can be reached. */
export function nearest<P extends PlaceView>(map: PlaceMap, fromId: string | null, candidates: P[]): P | null {
  if (fromId === null) return candidates[0] ?? null;
  const { seconds } = spread(map, fromId, false);
  const away = (place: P) => seconds.get(place.id) ?? Number.POSITIVE_INFINITY;
  return candidates.reduce<P | null>((best, place) => (best && away(best) <= away(place) ? best : place), null);
}
