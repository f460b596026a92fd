import { expect, it } from 'vitest';
import { policy } from '../../authorization-policy.ts';
import { procedureClasses, workClassOf } from './work-class.ts';

it.each([
  ['/api/trpc/booking.book?batch=1', 'booking'],
  ['/api/trpc/booking.cancel', 'record'],
  ['/api/trpc/queues.checkIn', 'record'],
  ['/api/trpc/facilities.search?input=%7B%7D', 'list'],
  ['/api/trpc/access.me', 'record'],
  ['/api/trpc/access.requestCode', 'sign-in'],
  ['/api/trpc/navigation.ask', 'ask'],
  ['/api/trpc/navigation.answers.own', 'record'],
  ['/api/trpc/reports.findBooking', 'export'],
  ['/book/H1/0198-a/confirm', 'booking'],
  ['/bookings', 'list'],
  ['/appointments', 'record'],
  ['/', 'list'],
  ['/api/auth/session', 'sign-in'],
  ['/office/bookings', 'export'],
  ['/fhir/take/0198-a?form=everything', 'export'],
])('%s is %s', (url, kind) => expect(workClassOf(url)).toBe(kind));

it('takes a batch for its least urgent part, so that nothing gets ahead in company', () => {
  expect(workClassOf('/api/trpc/booking.book,facilities.search?batch=1')).toBe('list');
  expect(workClassOf('/api/trpc/booking.book%2Creports.guideReport?batch=1')).toBe('export');
  expect(workClassOf('/api/trpc/%E0%A4%A')).not.toBeNull();
});

it.each(['/healthz', '/metrics', '/_next/static/a.js', '/icon.svg', '/api/his/H1/notice'])('never holds up %s', (url) =>
  expect(workClassOf(url)).toBeNull(),
);

it('names procedures that exist', () => {
  for (const name of Object.keys(procedureClasses))
    expect(
      Object.keys(policy).some((known) => known.startsWith(name)),
      name,
    ).toBe(true);
});
