import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '#db/testing/test-database.ts';
import { ago, canary, type Facilities, hours, now, type Of, type Place, type Staff, today } from './stage.ts';

/** Looks (the latest, so that they stand on the first page), questions about them at each stage, and a message. */
export async function askQuestions(db: TestDatabase, of: Of, staff: Staff, facilities: Facilities) {
  const look = async (person: string) => {
    const id = randomUUID();
    await db.pool.query(
      `insert into access_events (resident_id, id, at, actor_kind, actor_id, actor_name, facility_id, what, reason)
       values ($1, $2, $3, 'staff', $4, $5, $6, 'record', 'appointment')`,
      [of(person), id, hours(1), staff.doctorOwn.accountId, canary(person, 'look'), facilities.own.facilityId],
    );
    return id;
  };
  const ask = async (person: string, mark: string, place: Place, stage: string, eventId: string) => {
    const { facilityId, regionPath } = facilities[place];
    const id = randomUUID();
    await db.pool.query(
      `insert into cases (resident_id, id, kind, subject_id, about, facility_id, region_path, opened_by, question, stage,
         created_at, due_at, escalated_at, answered_at, answered_as, outcome, answer)
       values ($1, $2, 'why', $3, '', $4, $5, 'x', $6, $7, $8, $8, $9, $10, '', 'justified', '')`,
      [
        ...[of(person), id, eventId, facilityId, regionPath, canary(person, mark), stage, ago(2)],
        ...[stage === 'official' ? ago(1) : null, stage === 'closed' ? ago(1) : null],
      ],
    );
    return id;
  };
  const [eventId, childEventId] = [await look('P'), await look('C')];
  const caseId = await ask('P', 'question-own', 'own', 'facility', eventId);
  await ask('P', 'question-other', 'other', 'official', randomUUID());
  await ask('P', 'question-closed', 'own', 'closed', randomUUID());
  await ask('C', 'question', 'own', 'facility', childEventId);
  await db.pool.query(
    `insert into notices (resident_id, id, kind, params, link) values ($1, $2, 'glass-broken', $3, null)`,
    [of('P'), randomUUID(), JSON.stringify({ doctor: canary('P', 'notice') })],
  );
  return { eventId, childEventId, caseId, facilityId: facilities.own.facilityId, date: today };
}

/** A patient of one hospital who may be another's: for the reviewers of the hospital, and officials of its area. */
export async function raiseDoubts(db: TestDatabase, facilities: Facilities) {
  const enter = async (facilityId: string, mark: string) => {
    const residentId = randomUUID();
    await db.pool.query(
      `insert into source_patients (facility_id, source_id, resident_id, state, name, sex, source_version, source_updated, seen_at)
       values ($1, $2, $3, 'review', $4, 'female', '1', $5, $5)`,
      [facilityId, mark, residentId, canary('S', mark), now],
    );
    return residentId;
  };
  const doubt = async ({ facilityId, regionPath }: Facilities[Place], mark: string) => {
    const candidateId = await enter(facilities.third.facilityId, `candidate-${mark}`);
    await enter(facilityId, `patient-${mark}`);
    const id = randomUUID();
    await db.pool.query(
      `insert into identity_reviews (facility_id, id, source_id, candidate_id, rule, evidence, region_path, status, opened_at)
       values ($1, $2, $3, $4, 'name', '[]', $5, 'open', $6)`,
      [facilityId, id, `patient-${mark}`, candidateId, regionPath, now],
    );
    return id;
  };
  const [doubtOwn, doubtOther] = [await doubt(facilities.own, 'own'), await doubt(facilities.other, 'other')];
  return { doubtOwn, doubtOther, facilityOther: facilities.other.facilityId };
}
