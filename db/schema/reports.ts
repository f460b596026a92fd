import { date, integer, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import { at } from '../columns.ts';

/**
 * Officials' figures, counted anew by a job every minute: summing a province's 1.4 million tickets for
 * each page took 0.4 to 1.5 s, reading these rows takes 20 ms.
 */
export const facilityDays = pgTable(
  'facility_days',
  {
    facilityId: text('facility_id').notNull(),
    date: date('date').notNull(),
    released: integer('released').notNull(), // tickets of published sessions; stopped clinics do not count
    taken: integer('taken').notNull(), // of those: held, booked or used, by the platform or the hospital
    bookings: integer('bookings').notNull(), // the platform's active appointments, stopped clinics included
    countedAt: at('counted_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.facilityId, t.date] })],
);

/** How long one waits for a department: days to the first free public number, within the horizon. */
export const departmentWaits = pgTable(
  'department_waits',
  {
    facilityId: text('facility_id').notNull(),
    departmentId: text('department_id').notNull(),
    waitDays: smallint('wait_days'), // 0 today; null: no free number within the horizon
    countedAt: at('counted_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.facilityId, t.departmentId] })],
);

/** Where the people live who book: by place of residence, which unlike the hospitals reaches down to villages. */
export const regionBookings = pgTable('region_bookings', {
  regionCode: text('region_code').primaryKey(),
  bookings: integer('bookings').notNull(), // active ones of the coming days
  residents: integer('residents').notNull(), // registered here: the denominator
  countedAt: at('counted_at').notNull(),
});
