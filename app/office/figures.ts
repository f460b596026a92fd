import type { FiguresView, ResidenceView } from '#server/reports/schema.ts';
import type { Format } from '../_text/format.ts';
import type { Text } from '../_text/server.ts';

export const measures = ['bookings', 'used', 'wait', 'connected', 'residents'] as const;
export type Measure = (typeof measures)[number];
/** What was asked for, if anything. */
export const toMeasure = (value: string | string[] | undefined): Measure | null =>
  measures.find((measure) => measure === value) ?? null;
/** Below the counties there are hardly any hospitals: there the residents are what tells regions apart. */
export const usualMeasure = (level: number): Measure => (level >= 3 ? 'residents' : 'bookings');

export type Area = { figures: FiguresView; residence: ResidenceView };

type Words = { t: Text['t']; f: Format };

export const percent = (part: number, whole: number): number | null => (whole > 0 ? (part / whole) * 100 : null);

/** The number that the map colours and the list sorts by; null where there is no denominator. */
export function measureOf(measure: Measure, { figures, residence }: Area): number | null {
  if (measure === 'residents')
    return residence.residents > 0 ? (residence.bookings / residence.residents) * 1000 : null;
  if (measure === 'bookings') return figures.hospitals + figures.released > 0 ? figures.bookingsNext : null;
  if (measure === 'used') return percent(figures.taken, figures.released);
  if (measure === 'connected') return percent(figures.connected, figures.hospitals);
  return figures.wait.departments > 0 ? (figures.wait.medianDays ?? Number.POSITIVE_INFINITY) : null;
}

/** The same in words, as short as a map label allows. */
export function wordValue({ t, f }: Words, measure: Measure, area: Area, horizonDays: number): string {
  const value = measureOf(measure, area);
  if (value === null) return t('office.noData');
  if (measure === 'bookings') return f.number(value);
  if (measure === 'residents') return f.number(Math.round(value));
  if (measure === 'wait') return wordDays({ t }, area.figures.wait.medianDays, horizonDays);
  return wordPercent(value);
}

/** Small shares keep a decimal: 0% would say that nobody booked. */
export const wordPercent = (value: number | null): string => {
  if (value === null) return '–';
  return `${value > 0 && value < 10 ? value.toFixed(1) : Math.round(value)}%`;
};

export function wordDays({ t }: Pick<Words, 't'>, days: number | null, horizonDays: number): string {
  if (days === null) return t('office.beyond', { horizon: horizonDays });
  return days === 0 ? t('office.today') : t('office.days', { days });
}
