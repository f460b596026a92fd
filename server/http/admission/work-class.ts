import { pathOf, routeClassOf } from '../route-class.ts';

/**
 * Kinds of work in order of urgency: taking a number, what one already has (own visits, staff at work), looking
 * around, asking the guide, reports and files. Signing in stands beside them; health, static files and
 * hospitals' notices are never held up here.
 */
export const workClasses = ['booking', 'record', 'sign-in', 'list', 'ask', 'export'] as const;
export type WorkClass = (typeof workClasses)[number];

/** Procedures by name or by 'room.'; the longest match counts, and what is not named is somebody's own: record. */
export const procedureClasses: Record<string, WorkClass> = {
  'booking.book': 'booking',
  'booking.reschedule': 'booking',
  'booking.decideOffer': 'booking',
  'draws.enter': 'booking',
  'draws.enterFor': 'booking',
  'followUps.pick': 'booking',
  'proxy.book': 'booking',
  'access.request': 'sign-in',
  'access.exchange': 'sign-in',
  'facilities.': 'list',
  'schedules.browse': 'list',
  'schedules.session': 'list',
  'draws.list': 'list',
  'draws.get': 'list',
  'navigation.openNow': 'list',
  'navigation.outbreaks': 'list',
  'navigation.ask': 'ask',
  'navigation.choose': 'ask',
  'reports.': 'export',
  'ledger.day': 'export',
  'draws.file': 'export',
};
const longestFirst = Object.entries(procedureClasses).sort(([a], [b]) => b.length - a.length);

const pageClasses: [string, WorkClass][] = [
  ['/book', 'booking'],
  ['/appointments', 'record'],
  ['/arrive', 'record'],
  ['/rush', 'record'],
  ['/me', 'record'],
  ['/messages', 'record'],
  ['/staff', 'record'],
  ['/screen', 'record'],
  ['/kiosk', 'record'],
  ['/care', 'ask'],
  ['/office', 'export'],
  ['/sign-in', 'sign-in'],
];

const classOfProcedure = (name: string): WorkClass =>
  longestFirst.find(([start]) => name.startsWith(start))?.[1] ?? 'record';

/** The procedures a tRPC address names. */
export function proceduresOf(url: string | undefined): string[] {
  try {
    return decodeURIComponent(pathOf(url).slice('/api/trpc/'.length)).split(',');
  } catch {
    return [];
  }
}

/** What kind of work a request asks for, or null when it is never held up. A batch counts as its least urgent part. */
export function workClassOf(url: string | undefined): WorkClass | null {
  const path = pathOf(url);
  const route = routeClassOf(path);
  if (route === 'trpc') {
    const places = proceduresOf(url).map((name) => workClasses.indexOf(classOfProcedure(name)));
    return workClasses[Math.max(0, ...places)] ?? 'export';
  }
  if (route === 'sign-in') return 'sign-in';
  if (route === 'fhir') return 'export';
  if (route !== 'page') return null;
  return pageClasses.find(([start]) => path === start || path.startsWith(`${start}/`))?.[1] ?? 'list';
}
