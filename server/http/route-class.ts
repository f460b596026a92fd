/** Coarse kinds of requests, for metrics and logs: few, so that a visitor cannot invent new ones. */
export type RouteClass = 'trpc' | 'his' | 'fhir' | 'health' | 'static' | 'sign-in' | 'page';

const prefixes: [string, RouteClass][] = [
  ['/api/trpc', 'trpc'],
  ['/api/his', 'his'],
  ['/fhir', 'fhir'],
  ['/healthz', 'health'],
  ['/readyz', 'health'],
  ['/metrics', 'health'],
  ['/_next', 'static'],
  ['/api/auth', 'sign-in'],
];

/** Path without the query string. */
export const pathOf = (url: string | undefined): string => (url ?? '/').split('?', 1)[0] || '/';

export function routeClassOf(path: string): RouteClass {
  const found = prefixes.find(([prefix]) => path === prefix || path.startsWith(`${prefix}/`));
  if (found) return found[1];
  // an ending of letters is a file; '/hospitals/H0001/03.01' is the page of a department
  return /\.[a-z][a-z0-9]{1,11}$/i.test(path) ? 'static' : 'page';
}

/** Whether the front answers itself; everything else belongs to the web process. */
export const isOwnRoute = (kind: RouteClass): boolean =>
  kind === 'trpc' || kind === 'his' || kind === 'fhir' || kind === 'health';

/** For logs: ids and booking codes in a path become ':id', because who may read the log may not read those. */
export const maskPath = (path: string): string =>
  path
    .split('/')
    .map((part) => (/\d/.test(part) || /^[A-Z]{4,}$/.test(part) || part.length > 40 ? ':id' : part))
    .join('/')
    .slice(0, 120);
