import type { z } from 'zod';
import { topics } from '../consents/schema.ts';
import { readAs } from '../kernel/acting.ts';
import { regionDay } from '../kernel/clock.ts';
import type { ContextOf } from '../kernel/context.ts';
import { notFound } from '../kernel/errors.ts';
import { findPeople } from '../residents/queries.ts';
import { ageOn } from '../residents/rules.ts';
import { listResults, listSection, listVisits } from './queries.ts';
import type * as schema from './schema/staff.ts';
import { openRecord, type RecordScope } from './scope.ts';
import { readRecord, visible } from './visible.ts';

type Ctx = ContextOf<'staff'>;

/** The patient in front of one: what may harm first, then what need not be done again, then what was (B20, B24). */
export async function getPatient(
  ctx: Ctx,
  { residentId }: z.infer<typeof schema.patientInput>,
): Promise<z.infer<typeof schema.patientOutput>> {
  const scope = await openRecord(ctx, residentId, 'record');
  const [person, allergies, medicines, problems, results, visits, asks] = await Promise.all([
    findPerson(ctx, scope),
    listSection(ctx, scope, 'allergies'),
    listSection(ctx, scope, 'medicines'),
    listSection(ctx, scope, 'problems'),
    listResults(ctx, scope),
    listVisits(ctx, scope, null),
    hasHiddenDanger(ctx, scope),
  ]);
  return {
    ...{ person, basis: scope.ground?.basis ?? 'appointment', until: scope.ground?.until ?? ctx.clock.now() },
    // of medicines the latest; what ran out long ago is in its visit
    ...{ allergies: allergies.entries, medicines: medicines.entries.slice(0, 200), problems: problems.entries },
    ...{ results: results.results, visits: visits.visits, next: visits.next },
    ...{ ownOnly: scope.topics.length === 0, askFirst: asks, asOf: ctx.clock.now() },
  };
}

/** Just the latest value of each measurement, for where a test is about to be ordered. */
export async function getRecentResults(
  ctx: Ctx,
  { residentId }: z.infer<typeof schema.patientInput>,
): Promise<z.infer<typeof schema.recentOutput>> {
  const scope = await openRecord(ctx, residentId, 'record-results');
  const { results, asOf } = await listResults(ctx, scope);
  return { results, asOf };
}

/**
 * Whether an allergy or a medicine in use is kept from this reader. That there is one is said, so that the patient is
 * asked before anything is prescribed; of all else that is kept back nothing is said (B22).
 */
async function hasHiddenDanger(ctx: Ctx, scope: RecordScope): Promise<boolean> {
  const whole: RecordScope = { ...scope, topics: topics, hidden: [], types: null };
  const count = async (of: RecordScope) => {
    const rows = await readRecord<{ n: number }>(ctx, of, {
      name: 'count-record-dangers',
      text: `select count(*)::int as n from record_entries e where ${visible} and not e.deleted and e.status <> 'entered-in-error'
               and (e.type = 'AllergyIntolerance' or e.type in ('MedicationRequest', 'MedicationStatement') and e.status = 'active')`,
    });
    return rows[0]?.n ?? 0;
  };
  const [all, shown] = await Promise.all([count(whole), count(scope)]);
  return all > shown;
}

/** Name and age, of the registered person or, before anybody registered, as a hospital wrote them. */
async function findPerson(
  ctx: Ctx,
  { residentId }: RecordScope,
): Promise<z.infer<typeof schema.patientOutput>['person']> {
  const today = regionDay(ctx.clock.now());
  const known = (await findPeople(ctx.db.pool, [residentId])).get(residentId);
  if (known) {
    const { name, sex, idMasked, birthDate } = known;
    return { name, sex, idMasked, age: ageOn(birthDate, today) };
  }
  const { rows } = await readAs(ctx, { asked: residentId, people: [residentId] }, (db) =>
    db.query<{ name: string; sex: 'male'; birthDate: string; idMasked: string }>({
      name: 'find-source-patient',
      text: `select name, sex, birth_date as "birthDate", id_masked as "idMasked" from source_patients
             where resident_id = $1 order by seen_at desc limit 1`,
      values: [residentId],
    }),
  );
  const told = rows[0];
  if (!told) throw notFound('patient');
  const { name, sex, idMasked, birthDate } = told;
  return { name, sex, idMasked, age: birthDate ? ageOn(birthDate, today) : null };
}
