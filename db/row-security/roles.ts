/**
 * One role of the database for each kind of actor that reads or changes a person's data on somebody's behalf. `system`
 * is the platform itself: jobs, intake, booking's batches, the seed; the owner of the tables belongs to it.
 */
export const roles = {
  resident: 'huimin_resident',
  staff: 'huimin_staff',
  official: 'huimin_official',
  system: 'huimin_system',
} as const;
export type RoleKind = keyof typeof roles;

/** What a transaction says of who asks; every name begins with `huimin.` in the database, and ends with the transaction. */
export const settingNames = [
  'account',
  'facility',
  'duties',
  'region',
  'asked',
  'self',
  'own',
  'people',
  'topics',
  'code',
] as const;
export type SettingName = (typeof settingNames)[number];

/** Read once a statement. What was never set, or is over, is null, and null lets nothing through. */
const setting = (name: SettingName): string => `(select nullif(current_setting('huimin.${name}', true), ''))`;

/** The account of who asks. */
export const account = setting('account');
/** The facility that a member of staff serves. */
export const facility = setting('facility');
/** Staff with a duty, such as family planning. */
export const hasDuty = (duty: string): string => `'${duty}' = any (${setting('duties')}::text[])`;
/** The one person whom the question is about. */
export const asked = `${setting('asked')}::uuid`;
/** What a typed share code hashes to. */
export const code = setting('code');

/** Rows of people who are open to who asks now: by kinship, by treatment, by a case. */
export const ofOpenPeople = `resident_id = any (${setting('people')}::uuid[])`;
/** Rows of who asks, and of nobody for whom they act. */
export const ofSelf = `resident_id = ${setting('self')}::uuid`;
/** Rows of people for whom who asks decides: oneself, children by declaration. */
export const ofOwnPeople = `resident_id = any (${setting('own')}::uuid[])`;
/** Entries of topics that are open. */
export const ofOpenTopics = `topic = any (${setting('topics')}::text[])`;
/** Rows of the facility that a member of staff serves. */
export const ofOwnFacility = `facility_id = ${facility}`;
/** Rows of the area that an official oversees; an account without an area oversees nothing. */
export const ofOwnArea = `starts_with(region_path, ${setting('region')})`;
/** Rows that concern a second facility as well: of its staff, and of its area. */
export const ofOtherFacility = `other_facility_id = ${facility}`;
export const ofOtherArea = `starts_with(other_region_path, ${setting('region')})`;
/** Rows of facilities in that area. */
export const ofFacilityInArea = `facility_id in (select f.id from facilities f where starts_with(f.region_path, ${setting('region')}))`;
