import type { FiguresView } from '#server/reports/schema.ts';
import type { Format } from '../_text/format.ts';
import type { Text } from '../_text/server.ts';

export const measures = ['bookings', 'used', 'wait', 'connected'] as const;
export type Measure = (typeof measures)[number];
export const toMeasure = (value: string | string[] | undefined): Measure =>
  measures.find((measure) => measure === value) ?? 'bookings';

type Words = { t: Text['t']; f: Format };

export const percent = (part: number, whole: number): number | null => (whole > 0 ? (part / whole) * 100 : null);

/** The number that the map colours and the list sorts by; null where there is no denominator. */
export function measureOf(measure: Measure, figures: FiguresView): number | null {
  if (measure === 'bookings') return figures.hospitals + figures.released > 0 ? figures.bookingsNext : null;
  if (measure === 'used') return percent(figures.taken, figures.released);
  if (measure === 'connected') return percent(figures.connected, figures.hospitals);
  return figures.wait.departments > 0 ? (figures.wait.medianDays ?? Number.POSITIVE_INFINITY) : null;
}

/** The same in words, as short as a map label allows. */
export function wordValue({ t, f }: Words, measure: Measure, figures: FiguresView, horizonDays: number): string {
  const value = measureOf(measure, figures);
  if (value === null) return t('office.noData');
  if (measure === 'bookings') return f.number(value);
  if (measure === 'wait') return wordDays({ t }, figures.wait.medianDays, horizonDays);
  return wordPercent(value);
}

export const wordPercent = (value: number | null): string => (value === null ? '–' : `${Math.round(value)}%`);

export function wordDays({ t }: Pick<Words, 't'>, days: number | null, horizonDays: number): string {
  if (days === null) return t('office.beyond', { horizon: horizonDays });
  return days === 0 ? t('office.today') : t('office.days', { days });
}
