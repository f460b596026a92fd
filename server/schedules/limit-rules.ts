/** Whom a department sees (A19): years of age with both ends included, and sex; null sets no limit. */
export type Limits = { sex: 'male' | 'female' | null; minAge: number | null; maxAge: number | null };

/**
 * The limits of the department of session `s` on its day, as one JSON object or null. A part of statements that
 * read sessions; hot, so it is one look at a primary key.
 */
export const limitsOf = `(select json_build_object('sex', l.sex, 'minAge', l.min_age, 'maxAge', l.max_age)
  from department_limits l where l.department_id = s.department_id and l.effective_from <= s.date
  order by l.effective_from desc limit 1)`;

export type Patient = { sex: string; age: number };
export type LimitBreach = { rule: 'age-below' | 'age-above' | 'women-only' | 'men-only'; params?: { age: number } };

/** Which limit keeps this patient out on the day of the visit, or null. A sex that is not on record keeps nobody out. */
export function limitBreach(limits: Limits | null, patient: Patient): LimitBreach | null {
  if (!limits) return null;
  if (limits.minAge !== null && patient.age < limits.minAge)
    return { rule: 'age-below', params: { age: limits.minAge } };
  if (limits.maxAge !== null && patient.age > limits.maxAge)
    return { rule: 'age-above', params: { age: limits.maxAge } };
  if (limits.sex === 'female' && patient.sex === 'male') return { rule: 'women-only' };
  return limits.sex === 'male' && patient.sex === 'female' ? { rule: 'men-only' } : null;
}
