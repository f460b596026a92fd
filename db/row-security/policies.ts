import {
  account,
  asked,
  code,
  hasDuty,
  ofFacilityInArea,
  ofOpenPeople,
  ofOpenTopics,
  ofOtherArea,
  ofOtherFacility,
  ofOwnArea,
  ofOwnFacility,
  ofOwnPeople,
  ofSelf,
  type RoleKind,
} from './roles.ts';

export type Command = 'select' | 'insert' | 'update' | 'delete';
/** Which rows each kind of actor reaches, by command. What is not named is refused; `system` reaches all. */
export type TablePolicy = Partial<Record<Exclude<RoleKind, 'system'>, Partial<Record<Command, string>>>>;

/** Cases that a facility left beyond its time, and those about officials. */
const leftUnanswered = '(escalated_at is not null or facility_id is null)';

const planner = hasDuty('family_planner');
/** Family planning is sealed: the person, and who does this duty at the facility that serves them by their say (C8). */
const planning: TablePolicy = {
  resident: { select: ofSelf, insert: ofSelf, update: ofSelf },
  staff: {
    select: `${planner} and (${ofOwnFacility} or ${ofOpenPeople})`,
    insert: `${planner} and ${ofOwnFacility}`,
    update: `${planner} and ${ofOwnFacility}`,
  },
};

/**
 * The second net (decision 0027): tables with what a person owns, and which of their rows the database gives to whom,
 * whatever the statement says. One line makes the policies of a table; migrating applies them. A table of the axis
 * resident_id stands here or in `outside`, else the test beside this fails.
 */
export const policies: Record<string, TablePolicy> = {
  // the record
  record_entries: {
    resident: { select: `${ofOpenPeople} and ${ofOpenTopics}` },
    // what a facility wrote is in its own books
    staff: { select: `${ofOwnFacility} or (${ofOpenPeople} and ${ofOpenTopics})` },
    official: { select: `${ofOpenPeople} and ${ofOpenTopics}` },
  },
  record_history: { resident: { select: ofOpenPeople } },
  record_refreshes: { resident: { select: ofOpenPeople }, staff: { select: ofOpenPeople } },
  record_refresh_hospitals: { resident: { select: ofOpenPeople }, staff: { select: ofOpenPeople } },

  // whose record it is: the reviewers of the hospital, and officials of its area
  source_patients: {
    staff: { select: `${ofOwnFacility} or ${ofOpenPeople}` },
    official: { select: `${ofFacilityInArea} or ${ofOpenPeople}` },
  },
  identity_reviews: {
    staff: { select: `${ofOwnFacility} or ${ofOtherFacility}`, update: `${ofOwnFacility} or ${ofOtherFacility}` },
    official: { select: `${ofOwnArea} or ${ofOtherArea}`, update: `${ofOwnArea} or ${ofOtherArea}` },
  },
  identity_links: {},
  resident_keys: {},

  // what the person decided, and what opens a record; asked about one person at a time
  consents: {
    resident: { select: ofOpenPeople, insert: ofOwnPeople },
    staff: { select: `resident_id = ${asked}` },
    official: { select: `resident_id = ${asked}` },
  },
  denials: {
    resident: { select: ofOpenPeople, insert: ofOwnPeople, update: ofOwnPeople },
    staff: { select: `resident_id = ${asked}` },
    official: { select: `resident_id = ${asked}` },
  },
  glass_openings: {
    staff: {
      select: `account_id = ${account}::uuid and resident_id = ${asked}`,
      insert: `account_id = ${account}::uuid and resident_id = ${asked} and ${ofOwnFacility}`,
    },
  },
  share_codes: {
    resident: { select: ofOwnPeople, insert: ofOwnPeople, update: ofOwnPeople },
    // who types a code finds its row; who has typed it asks about the person
    staff: { select: `code_hash = ${code} or resident_id = ${asked}` },
  },
  share_uses: {
    resident: { select: ofOwnPeople },
    staff: {
      select: `account_id = ${account}::uuid and resident_id = ${asked}`,
      insert: `account_id = ${account}::uuid and resident_id = ${asked} and ${ofOwnFacility}`,
    },
  },

  // who looked, and what is asked about it; kin read the note that an answer left at an entry
  access_events: {
    resident: { select: `${ofOwnPeople} or actor_id = ${account}`, insert: `actor_id = ${account}` },
    staff: {
      select: `${ofOwnFacility} or actor_id = ${account}`,
      insert: `actor_id = ${account} and ${ofOwnFacility}`,
    },
    official: { select: `resident_id = ${asked} or actor_id = ${account}`, insert: `actor_id = ${account}` },
  },
  access_links: {},
  cases: {
    resident: { select: ofOpenPeople, insert: ofOwnPeople },
    staff: { select: `${ofOwnFacility} or ${ofOpenPeople}`, insert: ofOwnFacility, update: ofOwnFacility },
    official: {
      select: `(${ofOwnArea} and ${leftUnanswered}) or resident_id = ${asked}`,
      insert: `resident_id = ${asked}`,
      update: `${ofOwnArea} and ${leftUnanswered}`,
    },
  },

  // family planning
  planning_enrolments: planning,
  fertility_registrations: planning,
  preconception_checks: planning,
  preconception_results: {
    resident: { select: ofSelf },
    staff: { select: `${planner} and ${ofOpenPeople}`, insert: `${planner} and ${ofOpenPeople}` },
  },
  contraceptive_services: planning,
  planning_follow_ups: planning,
  // what a hospital told: the worker reads it with the sheet, where the person has opened what others wrote
  planning_prompts: {
    resident: { select: ofSelf, update: ofSelf },
    staff: { select: `${planner} and ${ofOpenPeople}` },
  },

  // messages
  notices: { resident: { select: ofOpenPeople, update: ofOpenPeople } },
  notice_choices: { resident: { select: ofOpenPeople, insert: ofOpenPeople, update: ofOpenPeople } },
};

/** Tables of a person's life that only the policies of procedures guard as yet, each with its reason. */
export const outside: Record<string, string> = {
  residents: 'names on the lists of facilities, found by ids that each list holds; written by booking’s lane',
  family_links: 'read to find who acts for whom, before anybody acts; every booking asks it',
  resident_bookings: 'booking’s lane',
  booking_requests: 'booking’s lane',
  resident_waits: 'booking’s lane',
  cancellations: 'booking’s lane',
  strikes: 'booking’s lane',
  booking_bans: 'booking’s lane',
  strike_appeals: 'booking’s lane',
  resident_draws: 'booking’s lane',
  reminders: 'that a message went out, no more; only a job reads it',
};
