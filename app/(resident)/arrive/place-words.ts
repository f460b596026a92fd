import type { PlaceView, RouteView, Words } from '#server/navigation/schema/places.ts';
import type { Text } from '../../_text/server.ts';

type Reader = Pick<Text, 't' | 'locale'>;
type Step = RouteView['steps'][number];

/** The text of the reader's language, or the other one when nobody has written it. */
export const inLanguage = (locale: Text['locale'], words: Words): string =>
  locale === 'en' ? words.en || words.zh : words.zh;

export const placeName = ({ locale }: Pick<Text, 'locale'>, place: PlaceView): string => inLanguage(locale, place.name);

/** 3 层, 地下 1 层 */
export const floorName = ({ t }: Pick<Text, 't'>, floor: number): string =>
  floor < 0 ? t('arrive.basement', { floor: -floor }) : t('arrive.floor', { floor });

/** 门诊楼 3 层 */
export function spotName(text: Reader, place: PlaceView): string {
  const building = inLanguage(text.locale, place.building);
  return [building, floorName(text, place.floor)].filter(Boolean).join(text.locale === 'en' ? ', ' : ' ');
}

/** What to do on one leg: the hospital's words, else words of ours from how and where to. */
export function stepWords(text: Reader, step: Step): string {
  const own = inLanguage(text.locale, step.text);
  if (own) return own;
  const values = { place: placeName(text, step.to), floor: floorName(text, step.to.floor) };
  return text.t(`arrive.generic.${step.mode}`, values);
}

/** Behind a landmark's code; a destination may follow, but never anything about the person. */
export function wayPath(facilityId: string, placeId: string, to?: { id: string; stepFree?: boolean }): string {
  const path = `/w/${encodeURIComponent(facilityId)}/${encodeURIComponent(placeId)}`;
  return to ? `${path}?to=${encodeURIComponent(to.id)}${to.stepFree ? '&level=1' : ''}` : path;
}

/** Rounded up: nobody is glad to be told too few. */
export const minutes = (seconds: number): number => Math.max(1, Math.ceil(seconds / 60));
