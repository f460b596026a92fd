/**
 * Where each table lives when the database is spread over many nodes (decision 0003). `facility_id` and
 * `resident_id` are the two axes; `reference` tables are copied to every node; `local` ones stay on the
 * coordinator. distribution.test.ts holds the rules without such a server; distribute.ts applies them.
 */
export type Axis = 'facility_id' | 'resident_id' | 'reference' | 'local';

export const distribution: Record<string, Axis> = {
  // what everybody joins: the area tree, the registry of care providers, the national catalogue
  regions: 'reference',
  facilities: 'reference',
  department_catalog: 'reference',
  departments: 'reference',
  practitioners: 'reference',
  practitioner_roles: 'reference',
  // few rows, changed rarely, read at each booking together with the province's
  booking_rules: 'reference',
  rule_bounds: 'reference',
  rule_changes: 'reference',
  department_limits: 'reference',
  fault_windows: 'reference',
  // the guide's rules with their test cases: some hundred rows, the same for the whole province
  guide_rules: 'reference',
  guide_rule_steps: 'reference',
  guide_cases: 'reference',
  guide_replays: 'reference',

  // who is open now, outbreaks, the sample tariff: few rows, read at each question
  facility_services: 'reference',
  outbreak_notices: 'reference',
  sample_tariffs: 'reference',
  rate_targets: 'reference',
  // rules by which offices draw samples: some hundred rows, read beside every hospital's findings
  reviews: 'reference',

  // a hospital's work
  session_templates: 'facility_id',
  sessions: 'facility_id',
  tickets: 'facility_id',
  ticket_returns: 'facility_id',
  appointments: 'facility_id',
  appointment_steps: 'facility_id',
  offers: 'facility_id',
  waitlist_entries: 'facility_id',
  missed_visits: 'facility_id',
  ledger_alerts: 'facility_id',
  ledger_checks: 'facility_id',
  stoppages: 'facility_id',
  stoppage_sessions: 'facility_id',
  stoppage_calls: 'facility_id',
  draws: 'facility_id',
  draw_entries: 'facility_id',
  audit_events: 'facility_id',
  audit_links: 'facility_id',
  his_endpoints: 'facility_id',
  his_cursors: 'facility_id',
  his_rejects: 'facility_id',
  his_deliveries: 'facility_id',
  his_counts: 'facility_id',
  his_files: 'facility_id',
  his_file_rows: 'facility_id',
  his_file_keys: 'facility_id',
  triage_answers: 'facility_id',
  facility_days: 'facility_id',
  department_waits: 'facility_id',
  department_months: 'facility_id',
  queue_lines: 'facility_id',
  queue_stations: 'facility_id',
  queue_entries: 'facility_id',
  queue_steps: 'facility_id',
  queue_screens: 'facility_id',
  follow_ups: 'facility_id',
  proxy_bookings: 'facility_id',
  places: 'facility_id',
  ways: 'facility_id',
  preparations: 'facility_id',
  itinerary_steps: 'facility_id',
  source_patients: 'facility_id',
  identity_reviews: 'facility_id',
  identity_links: 'facility_id',
  record_tallies: 'facility_id',
  code_maps: 'facility_id',
  review_strata: 'facility_id',
  review_items: 'facility_id',
  review_findings: 'facility_id',
  review_steps: 'facility_id',
  contraceptive_batches: 'facility_id',
  contraceptive_movements: 'facility_id',

  // a person's life
  residents: 'resident_id',
  family_links: 'resident_id',
  resident_bookings: 'resident_id',
  booking_requests: 'resident_id',
  resident_waits: 'resident_id',
  cancellations: 'resident_id',
  strikes: 'resident_id',
  booking_bans: 'resident_id',
  strike_appeals: 'resident_id',
  resident_draws: 'resident_id',
  access_events: 'resident_id',
  access_links: 'resident_id',
  notices: 'resident_id',
  notice_choices: 'resident_id',
  reminders: 'resident_id',
  resident_keys: 'resident_id',
  record_entries: 'resident_id',
  record_history: 'resident_id',
  record_refreshes: 'resident_id',
  record_refresh_hospitals: 'resident_id',
  consents: 'resident_id',
  denials: 'resident_id',
  glass_openings: 'resident_id',
  share_codes: 'resident_id',
  share_uses: 'resident_id',
  cases: 'resident_id',
  planning_enrolments: 'resident_id',
  fertility_registrations: 'resident_id',
  preconception_checks: 'resident_id',
  preconception_results: 'resident_id',
  contraceptive_services: 'resident_id',
  planning_follow_ups: 'resident_id',
  planning_prompts: 'resident_id',

  // signing in
  accounts: 'local',
  sign_in_sessions: 'local',
  one_time_codes: 'local',

  // how accounts behave: for people to look at, by account and address
  account_addresses: 'local',
  busy_minutes: 'local',
  rush_lines: 'local',
  behaviour_flags: 'local',

  // sums that belong to no facility and no person
  advice_counts: 'local',

  // what is signed of the chains of both axes, one row a minute
  audit_checkpoints: 'local',

  // sums over one axis by a code that is neither
  region_bookings: 'local',
  planning_figures: 'local',
};

/** Tables whose axis column has another name: a resident's own id is the resident axis. */
const columnNames: Record<string, string> = { residents: 'id' };

/** The column a table is distributed by; null for reference and local tables. */
export function axisColumn(table: string): string | null {
  const axis = distribution[table];
  if (axis !== 'facility_id' && axis !== 'resident_id') return null;
  return columnNames[table] ?? axis;
}
