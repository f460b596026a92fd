import type { Text } from '../../_text/server.ts';
import { StatusBadge } from '../../_ui/callout.tsx';
import type { ReadingView } from './reading-view.ts';
import css from './records.module.css';

/** A value as printed with its unit, and in a word where it lies. Colour never says it alone. */
export function ReadingValue({ reading, t }: { reading: ReadingView; t: Text['t'] }) {
  return (
    <span className={css.reading}>
      <span className={css.value}>
        {reading.value}
        {reading.unit ? <small> {unitWord(reading.unit, t)}</small> : null}
      </span>
      {reading.flag && reading.flag !== 'normal' ? (
        <StatusBadge tone="wait">{t(`records.flag.${reading.flag}`)}</StatusBadge>
      ) : null}
    </span>
  );
}

export function rangeText(reading: ReadingView, t: Text['t']): string {
  const { low, high } = reading;
  if (low && high) return t('records.range', { low, high });
  if (high) return t('records.rangeBelow', { high });
  return low ? t('records.rangeAbove', { low }) : '';
}

/** Where the column says what it is: only the bounds. */
export const boundsText = (reading: ReadingView, t: Text['t']): string =>
  reading.low && reading.high ? `${reading.low}–${reading.high}` : rangeText(reading, t);

const words: Record<string, string> = {
  'mm[Hg]': 'mmHg',
  Cel: '℃',
  '10*9/L': '×10⁹/L',
  'umol/L': 'µmol/L',
  'm[IU]/L': 'mIU/L',
  'm[IU]/mL': 'mIU/mL',
};
/** Machines write units in UCUM; people read them otherwise. */
export const unitWord = (unit: string, t: Text['t']): string =>
  unit === '/min' ? t('records.perMinute') : (words[unit] ?? unit);
