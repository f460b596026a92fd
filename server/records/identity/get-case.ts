import { recordAccess } from '../../access/record-access.ts';
import { topics } from '../../consents/schema.ts';
import { type Client, readAs } from '../../kernel/acting.ts';
import { notFound } from '../../kernel/errors.ts';
import { factsOf, type PatientRow, patientColumns, readSignUpRows, signUpFacts } from './acquaintances.ts';
import { draw } from './introduce.ts';
import { caseColumns, caseTables } from './list-cases.ts';
import { comparePortraits } from './match/compare.ts';
import type { IdentityFacts } from './match/portrait.ts';
import { isCase, type Reviewing, requireReviewer, type Sides } from './policy.ts';
import type { CaseOutput, CaseRow, SideView } from './schema.ts';

type Found = Omit<CaseRow, 'facilityId'> &
  Sides & {
    sourceId: string;
    candidateId: string;
    evidence: CaseOutput['evidence'];
    reason: string | null;
  };
type Known = { place: string | null; idMasked: string; facts: IdentityFacts };

/** One case with both sides of it. Both people find in their access list that somebody compared them. */
export async function getCase(ctx: Reviewing, reachedBy: string, id: string): Promise<CaseOutput> {
  const { rows } = await readAs(ctx, {}, (db) =>
    db.query<Found>({
      name: `get-identity-case-${ctx.actor.kind}`,
      text: `select ${caseColumns}, v.source_id as "sourceId", v.candidate_id as "candidateId", v.evidence, v.reason
           ${caseTables} where ${isCase}`,
      values: [reachedBy, id],
    }),
  );
  const found = rows[0];
  if (!found) throw notFound('identity-case');
  requireReviewer(ctx.actor, found);
  const { facilityId, candidateId } = found;
  // before it was said whose record it is, the patient's lies in one of its own
  const own = ctx.sealing.residentId(`${facilityId}/${found.sourceId}`);
  const either = { people: [own, candidateId] };
  const { patient, residentId } = await readAs(ctx, either, (db) => readPatient(db, ctx, facilityId, found.sourceId));
  const asking = { topics, people: [candidateId, residentId] };
  const { others, entries } = await readAs(ctx, asking, async (db) => ({
    others: await readOthers(db, ctx, found.candidateId, facilityId, found.sourceId),
    entries: await countEntries(db, residentId, facilityId, found.sourceId),
  }));
  const signUps = (await readSignUpRows(ctx.db.pool, [found.candidateId])).map(
    (row): Known => ({ place: null, idMasked: row.idMasked, facts: signUpFacts(ctx, row) }),
  );
  await recordAccess(ctx, [residentId, found.candidateId], 'identity-case', 'identity');
  const portrait = draw(ctx, patient.facts).portrait;
  const ranked = [...signUps, ...others]
    .map((one) => ({ one, score: comparePortraits(portrait, draw(ctx, one.facts).portrait).score }))
    .sort((a, b) => b.score - a.score);
  const best = ranked[0]?.one ?? null;
  const { sourceId: _, candidateId: __, regionPath: ___, otherRegionPath: ____, ...shown } = found;
  return {
    ...shown,
    name: patient.facts.name,
    patient: sideOf(patient),
    candidate: best && sideOf(best),
    alsoAt: [...new Set(ranked.slice(1).flatMap(({ one }) => one.place ?? []))],
    digits: best ? oddDigits(patient.facts.idNumber, best.facts.idNumber) : [],
    entries,
    asOf: ctx.clock.now(),
  };
}

const sideOf = ({ place, idMasked, facts }: Known): SideView => ({
  ...{
    place,
    idMasked,
    name: facts.name,
    otherNames: [...facts.otherNames],
    sex: facts.sex,
    birthDate: facts.birthDate,
  },
  ...{ phones: facts.phones.length, address: facts.address, kin: [...facts.kin], birthOrder: facts.birthOrder },
});

type Row = PatientRow & { place: string; idMasked: string };

const known = (ctx: Reviewing, row: Row): Known => ({
  place: row.place,
  idMasked: row.idMasked,
  facts: factsOf(ctx, row),
});

const from = `select ${patientColumns}, id_masked as "idMasked",
  (select f.name from facilities f where f.id = p.facility_id) as place from source_patients p`;

async function readPatient(
  db: Client,
  ctx: Reviewing,
  facilityId: string,
  sourceId: string,
): Promise<{ patient: Known; residentId: string }> {
  const { rows } = await db.query<Row>({
    name: `read-patient-of-case-${ctx.actor.kind}`,
    text: `${from} where facility_id = $1 and source_id = $2`,
    values: [facilityId, sourceId],
  });
  const row = rows[0];
  if (!row) throw notFound('identity-case');
  return { patient: known(ctx, row), residentId: row.residentId };
}

/** The same person as other hospitals know them. */
async function readOthers(
  db: Client,
  ctx: Reviewing,
  residentId: string,
  facilityId: string,
  sourceId: string,
): Promise<Known[]> {
  const { rows } = await db.query<Row>({
    name: `read-record-of-case-${ctx.actor.kind}`,
    text: `${from} where resident_id = $1 and not (facility_id = $2 and source_id = $3) order by seen_at desc limit 20`,
    values: [residentId, facilityId, sourceId],
  });
  return rows.map((row) => known(ctx, row));
}

async function countEntries(db: Client, residentId: string, facilityId: string, sourceId: string): Promise<number> {
  const { rows } = await db.query<{ n: number }>({
    name: 'count-entries-of-case',
    text: `select count(*)::int as n from record_entries
           where resident_id = $1 and facility_id = $2 and source_patient = $3 and type <> 'Patient' and not deleted`,
    values: [residentId, facilityId, sourceId],
  });
  return rows[0]?.n ?? 0;
}

/** Two numbers lie masked beside each other: where they differ in a digit or three, those alone are shown. */
export function oddDigits(here: string, there: string): CaseOutput['digits'] {
  if (here.length !== there.length || here === there) return [];
  const odd = [...here].flatMap((one, i) =>
    one === there[i] ? [] : [{ at: i + 1, here: one, there: there[i] ?? '' }],
  );
  return odd.length <= 3 ? odd : [];
}
