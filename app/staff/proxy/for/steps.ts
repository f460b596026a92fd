import { dayParam, textParam } from '../../duties.ts';

/** Where in the booking the page stands; all of it is in the address. */
export type Step = {
  ask: string;
  q: string;
  area: string;
  facilityId: string | undefined;
  departmentId: string | undefined;
  day: string;
  sessionId: string | undefined;
};

type Raw = Record<string, string | string[] | undefined>;

/** Without an area one looks in the desk's own county. */
export const stepOf = (query: Raw, countyCode: string): Step => ({
  ask: textParam(query.ask) ?? '',
  q: textParam(query.q) ?? '',
  area: /^\d{12}$/.test(textParam(query.area) ?? '') ? (textParam(query.area) ?? '') : countyCode,
  facilityId: textParam(query.facility),
  departmentId: textParam(query.department),
  day: dayParam(query.day, ''),
  sessionId: textParam(query.session),
});

const names = { facilityId: 'facility', departmentId: 'department', sessionId: 'session' } as const;

/** The address of this step with some of it changed; what is undefined is left out. */
export function stepPath(step: Step, change: Partial<Step> = {}): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...step, ...change })) {
    if (value) query.set(key in names ? names[key as keyof typeof names] : key, value);
  }
  return `/staff/proxy/for?${query}`;
}
