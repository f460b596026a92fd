/** Every table, for drizzle-kit and for the tests that walk the schema; rooms import their own file. */
export * from './access.ts';
export * from './audit.ts';
export * from './booking.ts';
export * from './facilities.ts';
export * from './his-sync.ts';
export * from './navigation/rules.ts';
export * from './notices.ts';
export * from './reports.ts';
export * from './residents.ts';
export * from './schedules.ts';
