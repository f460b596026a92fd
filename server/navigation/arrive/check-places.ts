import type { Finding, PlaceRow, WayRow } from '../schema/places.ts';
import { reachable } from './route.ts';

type Book = {
  places: PlaceRow[];
  ways: WayRow[];
  departments: { id: string; name: string }[];
};

/**
 * What would send a visitor astray, the grave things first: no way in, rooms nobody can find, and facts that
 * nobody has looked at for too long (E10: township facts go stale without an owner and a review date).
 */
export function checkPlaces({ places, ways, departments }: Book, today: string): Finding[] {
  if (places.length === 0) return [{ rule: 'no-places', grave: true, names: [] }];
  const entrances = places.filter((place) => place.kind === 'entrance');
  const rest = places.filter((place) => place.kind !== 'entrance');
  const ids = entrances.map((place) => place.id);
  const map = { places, ways };
  const [reached, level] = [reachable(map, ids), reachable(map, ids, true)];
  const roomed = new Set(places.map((place) => place.departmentId));
  const names = (list: { name: PlaceRow['name'] }[]) => list.map((place) => place.name.zh);
  const findings: Finding[] = [
    { rule: 'no-entrance', grave: true, names: entrances.length === 0 ? [''] : [] },
    {
      rule: 'unreachable',
      grave: true,
      names: names(rest.filter((place) => ids.length > 0 && !reached.has(place.id))),
    },
    {
      rule: 'department-without-room',
      grave: true,
      names: departments.filter((department) => !roomed.has(department.id)).map((department) => department.name),
    },
    { rule: 'overdue', grave: true, names: names(places.filter((place) => place.reviewBy < today)) },
    { rule: 'entrance-position', grave: false, names: names(entrances.filter((place) => place.lon === null)) },
    {
      rule: 'not-step-free',
      grave: false,
      names: names(rest.filter((place) => reached.has(place.id) && !level.has(place.id))),
    },
    { rule: 'sample', grave: false, names: names(places.filter((place) => place.sample)) },
    { rule: 'no-english', grave: false, names: names(places.filter((place) => place.name.en === '')) },
  ];
  return findings.filter((finding) => finding.names.length > 0);
}
