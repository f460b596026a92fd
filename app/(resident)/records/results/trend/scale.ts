import type { ReadingView } from '../../reading-view.ts';

type Plotted = { id: string; at: Date; x: number; y: number; odd: boolean; text: string };
/** Shares of the drawing's width and height, from the left and from below. */
export type Scale = {
  points: Plotted[];
  /** The normal range of the latest value. */
  band: { from: number; to: number } | null;
  ticks: { y: number; text: string }[];
};

/** '<0.10' is drawn at 0.10; a word ('阴性') is not drawn. */
const numberOf = (value: string): number => Number.parseFloat(value.replace(/^[<>≤≥=]+/, ''));

/** Where each value lies; null when fewer than one can be drawn. Words and undated values are left to the table. */
export function scaleOf(points: { id: string; at: Date | null; reading: ReadingView }[]): Scale | null {
  const drawn = points.flatMap(({ id, at, reading }) => {
    const value = numberOf(reading.value);
    return at && !Number.isNaN(value) ? [{ id, at, value, reading }] : [];
  });
  const last = drawn.at(-1);
  if (!last) return null;
  const bounds = [numberOf(last.reading.low), numberOf(last.reading.high)].filter((one) => !Number.isNaN(one));
  const all = [...drawn.map((one) => one.value), ...bounds];
  const room = (Math.max(...all) - Math.min(...all)) * 0.12 || Math.abs(last.value) * 0.1 || 1;
  const [least, most] = [Math.min(...all) - room, Math.max(...all) + room];
  const yOf = (value: number) => (value - least) / (most - least);
  const [start, end] = [drawn[0]?.at.getTime() ?? 0, last.at.getTime()];
  return {
    points: drawn.map(({ id, at, value, reading }) => ({
      ...{ id, at, y: yOf(value), text: reading.value },
      x: end > start ? (at.getTime() - start) / (end - start) : 0.5,
      odd: reading.flag !== '' && reading.flag !== 'normal',
    })),
    band: bandOf(last.reading, least, most, yOf),
    ticks: ticksOf(least, most).map((text) => ({ y: yOf(Number(text)), text })),
  };
}

function bandOf(
  { low, high }: ReadingView,
  least: number,
  most: number,
  yOf: (value: number) => number,
): Scale['band'] {
  const [from, to] = [numberOf(low), numberOf(high)];
  if (Number.isNaN(from) && Number.isNaN(to)) return null;
  return { from: yOf(Number.isNaN(from) ? least : from), to: yOf(Number.isNaN(to) ? most : to) };
}

/** Three to six round numbers between the two. */
function ticksOf(least: number, most: number): string[] {
  const rough = (most - least) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((one) => one * power >= rough) ?? 10) * power;
  const decimals = Math.max(0, -Math.floor(Math.log10(step)));
  const found: string[] = [];
  for (let value = Math.ceil(least / step) * step; value <= most; value += step) found.push(value.toFixed(decimals));
  return found;
}
