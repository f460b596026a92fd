import type { GuideReportInput } from '#server/reports/schema/guide.ts';

export type Query = Record<string, string | string[] | undefined>;
export const spans = [3, 6, 12] as const;

const first = (value: string | string[] | undefined): string | undefined => [value ?? ''].flat()[0] || undefined;

/** What the address asks for; what makes no sense is left out. */
export function readQuery(query: Query): GuideReportInput {
  const months = spans.find((span) => String(span) === first(query.months)) ?? 6;
  const rulesVersion = first(query.version)?.slice(0, 60) ?? null;
  const code = first(query.region);
  return { months, rulesVersion, regionCode: code && /^\d{12}$/.test(code) ? code : null };
}

/** The same report under another address, or with one thing changed. */
export function reportHref(path: string, input: GuideReportInput, change: Partial<GuideReportInput> = {}): string {
  const { months, rulesVersion, regionCode } = { ...input, ...change };
  const query = new URLSearchParams({
    months: String(months),
    ...(rulesVersion ? { version: rulesVersion } : {}),
    ...(regionCode ? { region: regionCode } : {}),
  });
  return `${path}?${query}`;
}
