import { boolean, date, index, integer, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
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

/**
 * How the clinics of a department ran in a month, as far as it is over: sums for officials' statistics (A51),
 * counted anew by a job while the month can still change.
 */
export const departmentMonths = pgTable(
  'department_months',
  {
    facilityId: text('facility_id').notNull(),
    departmentId: text('department_id').notNull(),
    month: date('month').notNull(), // its first day
    clinics: integer('clinics').notNull(), // published, stopped ones included
    stopped: integer('stopped').notNull(),
    released: integer('released').notNull(), // numbers of the clinics that were held
    unused: integer('unused').notNull(), // of those: nobody took them
    visits: integer('visits').notNull(), // of those: taken by whomever, known no-shows left out
    booked: integer('booked').notNull(), // visits booked ahead here
    timed: integer('timed').notNull(), // of the booked: for a window of an hour or less
    returns: integer('returns').notNull(), // visits that were return visits
    returnsBooked: integer('returns_booked').notNull(), // of those: booked ahead
    waitDays: integer('wait_days').notNull(), // days from booking to visit, summed over the booked
    sample: boolean('sample').notNull().default(false), // invented, for the demo
    countedAt: at('counted_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.departmentId, t.month] }),
    index('department_months_month').on(t.month),
  ],
);

/** What the country asks of a rate from a day on, and where that is written. */
export const rateTargets = pgTable(
  'rate_targets',
  {
    indicator: text('indicator').notNull(),
    scope: text('scope', { enum: ['all', 'tertiary', 'dental', 'antenatal'] }).notNull(),
    validFrom: date('valid_from').notNull(),
    atLeast: smallint('at_least').notNull(), // percent
    strictly: boolean('strictly').notNull(), // more than, not as much as
    source: text('source').notNull(),
    sourceDate: date('source_date').notNull(),
  },
  (t) => [primaryKey({ columns: [t.indicator, t.scope, t.validFrom] })],
);

/**
 * People in family planning by region and month that is over: sums for officials, counted anew each night, with whether
 * each may be shown. Down to townships; below, a number is a person. Of what nobody had there is no row.
 */
export const planningFigures = pgTable(
  'planning_figures',
  {
    regionCode: text('region_code').notNull(),
    month: date('month').notNull(), // its first day
    measure: text('measure').notNull(), // server/reports/planning/measures.ts
    value: integer('value').notNull(),
    shown: boolean('shown').notNull(), // false: it would point at somebody, or give away a neighbour that does
    countedAt: at('counted_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.regionCode, t.month, t.measure] }), index('planning_figures_month').on(t.month)],
);
