'use client';

import type { DoorView } from '#server/navigation/schema/services.ts';
import { useText } from '../../_text/client-text.tsx';
import { StatusBadge } from '../../_ui/callout.tsx';
import { Icon } from '../../_ui/icon.tsx';
import css from './care.module.css';

/** Doors that are open at any hour: how far, until when, the number to call and the way. No booking here. */
export function DoorList(props: { doors: DoorView[]; empty: string; heading?: 'h2' | 'h3' }) {
  const { doors, empty, heading: Heading = 'h3' } = props;
  const { t } = useText();
  if (doors.length === 0) return <p className={css.fine}>{empty}</p>;
  return (
    <ol className={css.doors}>
      {doors.map((door) => (
        <li key={`${door.facilityName} ${door.phone}`} data-closed={door.open ? undefined : ''}>
          <div className={css.doorHead}>
            <Heading>{door.facilityName}</Heading>
            <StatusBadge tone={door.open ? 'good' : 'plain'}>
              {t(door.open ? 'care.door.open' : 'care.door.closed')}
            </StatusBadge>
            {door.sample ? <span className={css.fine}>{t('kit.sample')}</span> : null}
          </div>
          <Where door={door} />
          <div className={css.doorActions}>
            <a href={`tel:${door.phone.replace(/[^\d+]/g, '')}`} className={css.doorCall}>
              <Icon name="phone" />
              {t('care.door.call', { phone: door.phone })}
              <span className="sr-only">{door.facilityName}</span>
            </a>
            {door.lon !== null && door.lat !== null ? (
              <a href={wayTo(door)} rel="noreferrer">
                <Icon name="place" />
                {t('care.door.way')}
                <span className="sr-only">{door.facilityName}</span>
              </a>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Where({ door }: { door: DoorView }) {
  const { t, f } = useText();
  const change = door.changesAt
    ? t(door.open ? 'care.door.until' : 'care.door.from', { time: f.moment(door.changesAt) })
    : '';
  const hours = [door.always ? t('care.door.always') : change, door.note].filter(Boolean).join(' · ');
  const way = door.travel
    ? [t('care.door.km', { km: door.travel.km }), t('care.door.minutes', { count: door.travel.minutes })].join(' · ')
    : '';
  return (
    <>
      {way ? <p className={css.doorWay}>{way}</p> : null}
      <p>{[door.address, door.place].filter(Boolean).join(' · ')}</p>
      {hours ? <p>{hours}</p> : null}
      <p className={css.fine}>
        {door.stale
          ? t('care.door.stale')
          : t('care.door.reviewed', { owner: door.owner, date: f.dayLong(door.reviewedOn) })}
      </p>
    </>
  );
}

/** A map service opens the way; `geo:` links do nothing on half of the phones. */
const wayTo = ({ lon, lat, facilityName }: DoorView): string =>
  `https://uri.amap.com/marker?${new URLSearchParams({ position: `${lon},${lat}`, name: facilityName, coordinate: 'wgs84' })}`;
