import type { PlanningReportInput } from '#server/reports/schema/planning.ts';

export type Query = Record<string, string | string[] | undefined>;
export const groupings = ['region', 'month'] as const;
export type PlanningQuery = PlanningReportInput & { by: (typeof groupings)[number] };

const first = (value: string | string[] | undefined): string => [value ?? ''].flat()[0] ?? '';

/** What the address asks for; what makes no sense is left out. */
export function readQuery(query: Query): PlanningQuery {
  const by = groupings.find((each) => each === first(query.by)) ?? 'region';
  const [code, month] = [first(query.region), first(query.month)];
  return {
    ...{ by, regionCode: /^\d{12}$/.test(code) ? code : null },
    ...(/^20\d\d-(0[1-9]|1[0-2])$/.test(month) ? { month } : {}),
  };
}

/** The same numbers under another address, or with one thing changed. */
export function planningHref(path: string, input: PlanningQuery, change: Partial<PlanningQuery> = {}): string {
  const { by, regionCode, month } = { ...input, ...change };
  const query = new URLSearchParams({
    by,
    ...(regionCode ? { region: regionCode } : {}),
    ...(month ? { month } : {}),
  });
  return `${path}?${query}`;
}
