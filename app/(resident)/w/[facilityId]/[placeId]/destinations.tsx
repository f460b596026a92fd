import Link from 'next/link';
import type { z } from 'zod';
import type { hereOutput, PlaceView } from '#server/navigation/schema/places.ts';
import { getText } from '../../../../_text/server.ts';
import { api, getMe } from '../../../../_trpc/server.ts';
import { Section } from '../../../../_ui/page-head.tsx';
import css from '../../../arrive/arrive.module.css';
import { placeName, spotName, wayPath } from '../../../arrive/place-words.ts';

type Here = z.infer<typeof hereOutput>;

const groupOf = (place: PlaceView): 'rooms' | 'services' | 'doors' =>
  place.kind === 'room' ? 'rooms' : place.kind === 'entrance' ? 'doors' : 'services';

/** What most people look for comes first; of toilets only those of this floor, where there are any. */
const order: readonly PlaceView['kind'][] = [
  ...(['cashier', 'pharmacy', 'laboratory', 'imaging', 'ultrasound', 'ecg', 'endoscopy'] as const),
  ...(['check-in', 'other', 'toilet'] as const),
];
function servicesFrom(here: Here): PlaceView[] {
  const services = here.destinations.filter((place) => groupOf(place) === 'services');
  const near = services.filter((place) => place.kind === 'toilet' && place.floor === here.here.floor);
  return services
    .filter((place) => place.kind !== 'toilet' || near.length === 0 || near.includes(place))
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** Plain links, one's own room first for those who are signed in. */
export async function Destinations({ here }: { here: Here }) {
  const text = await getText();
  const { t } = text;
  const own = await ownRooms(here);
  const line = (place: PlaceView) => (
    <>
      {placeName(text, place)} <span>{spotName(text, place)}</span>
    </>
  );
  const href = (place: PlaceView) => wayPath(here.facility.id, here.here.id, { id: place.id });
  return (
    <>
      {own.length > 0 ? (
        <Section title={t('arrive.ownVisit')}>
          <ul className={css.places}>
            {own.map(({ place, words, id }) => (
              <li key={id}>
                <Link href={href(place)} prefetch={false} data-own="">
                  {line(place)}
                  <span>{words}</span>
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {(['rooms', 'services', 'doors'] as const).map((group) => {
        const places =
          group === 'services' ? servicesFrom(here) : here.destinations.filter((place) => groupOf(place) === group);
        if (places.length === 0) return null;
        return (
          <Section key={group} title={t(`arrive.group.${group}`)}>
            <ul className={css.places}>
              {places.map((place) => (
                <li key={place.id}>
                  <Link href={href(place)} prefetch={false}>
                    {line(place)}
                  </Link>
                </li>
              ))}
            </ul>
          </Section>
        );
      })}
    </>
  );
}

/** Rooms of the visitor's coming visits at this hospital, the nearest in time first; none when not signed in. */
async function ownRooms(here: Here) {
  const { t, f } = await getText();
  const me = await getMe().catch(() => null);
  if (me?.kind !== 'resident' || !me.residentId) return [];
  const mine = await api()
    .booking.listMine.query({ when: 'coming' })
    .catch(() => null);
  return (mine?.appointments ?? [])
    .filter((visit) => visit.facilityId === here.facility.id)
    .flatMap((visit) => {
      const place = here.destinations.find((one) => one.departmentId === visit.departmentId);
      const time = f.visit(visit.windowStart, visit.windowEnd);
      return place
        ? [{ id: visit.id, place, words: t('arrive.ownVisitLead', { name: visit.residentName, time }) }]
        : [];
    });
}
