import { grouping, type StatisticsInput } from '#server/reports/schema/statistics.ts';

export type Query = Record<string, string | string[] | undefined>;
export const spans = [1, 3, 12] as const;

const first = (value: string | string[] | undefined): string | undefined => [value ?? ''].flat()[0] || undefined;

/** What the address asks for; what makes no sense is left out. */
export function readQuery(query: Query): StatisticsInput {
  const months = spans.find((span) => String(span) === first(query.months)) ?? 3;
  const by = grouping.options.find((each) => each === first(query.by)) ?? 'region';
  const code = first(query.region);
  const until = first(query.until);
  return {
    ...{ months, by, regionCode: code && /^\d{12}$/.test(code) ? code : null },
    ...(until && /^20\d\d-(0[1-9]|1[0-2])$/.test(until) ? { until } : {}),
  };
}

/** The same statistics under another address, or with one thing changed. */
export function statisticsHref(path: string, input: StatisticsInput, change: Partial<StatisticsInput> = {}): string {
  const { months, by, regionCode, until } = { ...input, ...change };
  const query = new URLSearchParams({
    ...{ months: String(months), by },
    ...(regionCode ? { region: regionCode } : {}),
    ...(until ? { until } : {}),
  });
  return `${path}?${query}`;
}
