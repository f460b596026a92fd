import { atLocal } from '../zone.ts';

/** Instants in ms, `to` exclusive; null is open. What FHIR says less exactly covers all it may mean. */
export type Span = { from: number | null; to: number | null };

const form = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?$/;
const dayMs = 86_400_000;

/** '2026-11' is the whole month on the region's calendar; null if it is no FHIR date, dateTime or instant. */
export function spanOf(text: string): { from: number; to: number } | null {
  const match = form.exec(text);
  if (!match) return null;
  const [, year = '', month, day, time, seconds, fraction] = match;
  if (time) {
    const from = Date.parse(text);
    return Number.isNaN(from) ? null : { from, to: from + (fraction ? 1 : seconds ? 1_000 : 60_000) };
  }
  const first = atLocal(`${year}-${month ?? '01'}-${day ?? '01'}`, 0);
  if (Number.isNaN(first)) return null;
  if (day) return { from: first, to: first + dayMs };
  const next = month ? new Date(Date.UTC(Number(year), Number(month), 1)) : new Date(Date.UTC(Number(year) + 1, 0, 1));
  return { from: first, to: atLocal(next.toISOString().slice(0, 10), 0) };
}

type Period = { start?: unknown; end?: unknown };

/** The span of a date, dateTime, instant, Period or Timing (its events or bounds); null of anything else. */
export function spanOfElement(element: unknown): Span | null {
  if (typeof element === 'string') return spanOf(element);
  if (typeof element !== 'object' || element === null) return null;
  const { event, repeat } = element as { event?: unknown; repeat?: { boundsPeriod?: unknown } };
  if (Array.isArray(event)) return around(event.map(spanOfElement));
  if (repeat?.boundsPeriod) return spanOfElement(repeat.boundsPeriod);
  const { start, end } = element as Period;
  if (start === undefined && end === undefined) return null;
  return {
    from: typeof start === 'string' ? (spanOf(start)?.from ?? null) : null,
    to: typeof end === 'string' ? (spanOf(end)?.to ?? null) : null,
  };
}

/** The shortest span that holds all of them. */
function around(spans: (Span | null)[]): Span | null {
  const known = spans.filter((one) => one !== null);
  if (known.length === 0) return null;
  const froms = known.flatMap((one) => one.from ?? []);
  const tos = known.flatMap((one) => one.to ?? []);
  return { from: froms.length ? Math.min(...froms) : null, to: tos.length ? Math.max(...tos) : null };
}
