/** What a role may do here, for buttons only: the server decides again, and alone. */
const has = (roles: string[], ...wanted: string[]) => wanted.some((role) => roles.includes(role));

export const mayCheckIn = (roles: string[]) => has(roles, 'desk', 'doctor', 'manager');
export const mayReadAnswers = (roles: string[]) => has(roles, 'desk', 'doctor');
export const mayAddExtra = (roles: string[]) => has(roles, 'doctor', 'scheduler', 'manager');
export const mayKeepPlaces = (roles: string[]) => has(roles, 'desk', 'manager');
export const mayCall = (roles: string[]) => has(roles, 'doctor', 'manager');
export const mayTriage = (roles: string[]) => has(roles, 'desk', 'doctor', 'manager');
export const mayKeepScreens = (roles: string[]) => has(roles, 'desk', 'manager');
export const mayBookForOthers = (roles: string[]) => has(roles, 'desk', 'doctor', 'manager');
export const mayReadFlags = (roles: string[]) => has(roles, 'manager');
export const mayReadIntake = (roles: string[]) => has(roles, 'manager');
export const mayMendRecords = (roles: string[]) => has(roles, 'manager');
export const mayTellApart = (roles: string[]) => has(roles, 'desk', 'manager');
export const mayKeepSessions = (roles: string[]) => has(roles, 'scheduler', 'manager');

export const mayEditGuide = (roles: string[]) => has(roles, 'guide_editor');
/** Keeps the guide's rules and nothing of the facility's. */
export const onlyEditsGuide = (roles: string[]) => roles.length > 0 && roles.every((role) => role === 'guide_editor');

export const mayReadRecords = (roles: string[]) => has(roles, 'doctor');
export const mayAnswerCases = (roles: string[]) => has(roles, 'privacy_officer', 'manager');
/** Answers for looks at records, and has no business with the facility's day. */
export const onlyAnswersCases = (roles: string[]) =>
  roles.length > 0 && roles.every((role) => role === 'privacy_officer');

export const mayServeFamilies = (roles: string[]) => has(roles, 'family_planner');
export const mayAdviseMethods = (roles: string[]) => has(roles, 'family_planner', 'doctor');
/** Serves people in family planning, and has no business with the facility's clinics. */
export const onlyServesFamilies = (roles: string[]) =>
  roles.length > 0 && roles.every((role) => role === 'family_planner');

/** Query string of a page. */
export type Query = Promise<Record<string, string | string[] | undefined>>;

/** 'YYYY-MM-DD' from a query string, or the fallback when it is not a day. */
export function dayParam(value: string | string[] | undefined, fallback: string): string {
  const text = Array.isArray(value) ? value[0] : value;
  return text && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : fallback;
}

export const textParam = (value: string | string[] | undefined): string | undefined =>
  (Array.isArray(value) ? value[0] : value) || undefined;

/** The later of two days 'YYYY-MM-DD'. */
export const laterDay = (a: string, b: string): string => [a, b].sort()[1] ?? a;
