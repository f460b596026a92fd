/**
 * Which room may import which: the order of the house, one visible line a room. A room that needs one
 * below it in this list queues a job instead (kernel/queue.ts), in the transaction of its change.
 */
export const allowedRooms: Record<string, readonly string[]> = {
  kernel: [],
  audit: ['kernel'],
  access: ['kernel', 'audit'],
  notices: ['kernel', 'audit', 'access'],
  facilities: ['kernel', 'audit', 'access'],
  residents: ['kernel', 'audit', 'access', 'notices'],
  schedules: ['kernel', 'audit', 'access', 'notices', 'facilities'],
  rush: ['kernel'],
  booking: ['kernel', 'audit', 'access', 'notices', 'facilities', 'residents', 'schedules', 'rush'],
  waitlist: ['kernel', 'audit', 'access', 'notices', 'facilities', 'residents', 'schedules', 'booking'],
  conduct: ['kernel', 'audit', 'access', 'notices', 'facilities', 'residents', 'schedules', 'booking'],
  draws: ['kernel', 'audit', 'access', 'notices', 'facilities', 'residents', 'schedules', 'booking', 'waitlist'],
  behaviour: ['kernel', 'audit', 'access'],
  ledger: ['kernel', 'audit', 'facilities', 'schedules'],
  stoppages: ['kernel', 'audit', 'access', 'notices', 'facilities', 'residents', 'schedules', 'booking'],
  queues: ['kernel', 'audit', 'access', 'notices', 'facilities', 'residents', 'schedules', 'booking'],
  navigation: ['kernel', 'audit', 'access', 'notices', 'facilities', 'residents', 'schedules', 'booking', 'queues'],
  reminders: ['kernel', 'notices', 'schedules', 'booking', 'navigation'],
  cases: ['kernel', 'audit', 'access', 'notices', 'facilities', 'residents'],
  consents: ['kernel', 'audit', 'access', 'notices', 'facilities', 'residents', 'cases'],
  records: ['kernel', 'audit', 'access', 'notices', 'facilities', 'residents', 'cases', 'consents'],
  reviews: ['kernel', 'audit', 'access', 'notices', 'residents', 'cases', 'consents', 'records'],
  'family-planning': ['kernel', 'audit', 'access', 'notices', 'facilities', 'residents', 'consents', 'records'],
  'his-sync': ['kernel', 'audit', 'access', 'notices', 'facilities', 'residents', 'schedules', 'booking', 'records'],
  'fhir-api': ['kernel', 'audit', 'consents', 'residents', 'records'],
  reports: [
    'kernel',
    'audit',
    'access',
    'notices',
    'facilities',
    'residents',
    'schedules',
    'booking',
    'navigation',
    'family-planning',
    'his-sync',
  ],
};

/** Rooms that may speak FHIR. */
export const fhirRooms = ['his-sync', 'fhir-api'];

/** Tables that a second room writes too; decision 0005. The first owner is the file in db/schema. */
export const secondWriters: Record<string, readonly string[]> = { tickets: ['booking'] };
