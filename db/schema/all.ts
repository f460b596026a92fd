/** Every table, for drizzle-kit and for the tests that walk the schema; rooms import their own file. */
export * from './access.ts';
export * from './audit.ts';
export * from './behaviour.ts';
export * from './booking.ts';
export * from './draws.ts';
export * from './facilities.ts';
export * from './his-sync.ts';
export * from './navigation/advice.ts';
export * from './navigation/places.ts';
export * from './navigation/rules.ts';
export * from './navigation/services.ts';
export * from './notices.ts';
export * from './queues.ts';
export * from './reminders.ts';
export * from './reports.ts';
export * from './residents.ts';
export * from './schedules.ts';
