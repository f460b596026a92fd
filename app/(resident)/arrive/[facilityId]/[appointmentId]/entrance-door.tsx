import type { PlaceView } from '#server/navigation/schema/places.ts';
import { getText } from '../../../../_text/server.ts';
import css from '../../arrive.module.css';
import { placeName } from '../../place-words.ts';

/** The door itself, to be handed to a map; the address names the door and nothing of the visitor. */
export async function EntranceDoor({ entrance, facilityName }: { entrance: PlaceView; facilityName: string }) {
  const text = await getText();
  const { t } = text;
  const { lon, lat } = entrance;
  if (lon === null || lat === null) return null;
  const name = `${facilityName} ${placeName(text, entrance)}`;
  const map = `https://uri.amap.com/marker?position=${lon},${lat}&coordinate=wgs84&name=${encodeURIComponent(name)}`;
  return (
    <p>
      {t('arrive.day.door')}{' '}
      <a href={map} target="_blank" rel="noreferrer" className="no-print">
        {t('arrive.day.doorOpen')}
      </a>{' '}
      <span className={css.note}>{t('arrive.day.position', { lat: lat.toFixed(4), lon: lon.toFixed(4) })}</span>
    </p>
  );
}
