import { describe, expect, it } from 'vitest';
import { isOwnRoute, maskPath, pathOf, routeClassOf } from './route-class.ts';

describe('routes', () => {
  it.each([
    ['/hospitals/H0001/03.01', 'page', false],
    ['/api/trpc/access.me', 'trpc', true],
    ['/api/trpcx', 'page', false],
    ['/fhir/r4/Patient/1', 'fhir', true],
    ['/api/auth/session', 'sign-in', false],
    ['/_next/static/a.js', 'static', false],
    ['/favicon.ico', 'static', false],
    ['/hospitals/H0001', 'page', false],
  ])('%s is %s', (path, kind, own) => {
    expect(routeClassOf(path)).toBe(kind);
    expect(isOwnRoute(routeClassOf(path))).toBe(own);
  });

  it('are logged without query, ids and booking codes', () => {
    expect(pathOf('/hospitals?name=王小明&phone=138')).toBe('/hospitals');
    expect(maskPath('/appointments/0193a0b2-7000-7000-8000-000000000000/proof')).toBe('/appointments/:id/proof');
    expect(maskPath('/p/ACDEFGHJ')).toBe('/p/:id');
    expect(maskPath('/staff/calendar')).toBe('/staff/calendar');
  });
});
