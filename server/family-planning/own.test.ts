import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testContext } from '../kernel/test-context.ts';
import { listResults, listSection, listVisits } from '../records/queries.ts';
import { openRecord } from '../records/scope.ts';
import { appRouter } from '../root.ts';
import { createCaller } from '../trpc.ts';
import { gradeCheck } from './grade-check.ts';
import { noteResults } from './note-results.ts';
import { recordService } from './record-service.ts';
import { startCheck } from './start-check.ts';
import { at, type PlanningHouse, planningHouse, today, usualResults } from './testing/planning-house.ts';

let house: PlanningHouse;
beforeAll(async () => {
  house = await planningHouse();
});
afterAll(() => house.db.close());

type Person = Awaited<ReturnType<PlanningHouse['person']>>;
const as = (who: Person) => createCaller(appRouter)(who.me);
const entry = (residentId: string, type: string, title: string, more: { topic?: string; code?: string } = {}) =>
  house.db.pool.query(
    `insert into record_entries (resident_id, id, type, facility_id, source_id, source_patient, source_version, source_updated,
       version, updated_at, starts_at, status, title, topic, code, facts)
     values ($1, $2, $3, $4, $5, 'p', '1', now(), 1, now(), '2026-10-01', 'active', $5, $6, $7, $8)`,
    [
      ...[
        residentId,
        randomUUID(),
        type,
        house.other.facilityId,
        title,
        more.topic ?? 'family_planning',
        more.code ?? '',
      ],
      type === 'Observation' ? { reading: { title, value: '12', unit: '', low: '', high: '', flag: '' } } : {},
    ],
  );

describe('one’s own family planning', () => {
  it('holds what workers entered and what hospitals told, each with its source and its meaning', async () => {
    const her = await house.served();
    const worker = house.worker();
    const { residentId } = her;
    await as(her).familyPlanning.own.declare({ facilityId: house.centre.facilityId, childOrder: 1 });
    const { checkId } = await startCheck(worker, { residentId });
    await noteResults(worker, { residentId, checkId, results: usualResults('woman') });
    await gradeCheck(worker, { residentId, checkId, advice: '三个月内可以怀孕' });
    await recordService(worker, {
      ...{ residentId, key: randomUUID(), servedOn: today, need: 'start', desiredMethod: 'condom', conditions: [] },
      ...{ method: 'condom', agreed: 'spoken', clinician: '', clinicianReason: '', quantity: 10, lot: '' },
      note: '只给同事看的话',
    });
    await entry(residentId, 'Procedure', '宫内节育器取出术');
    await entry(residentId, 'Condition', '正常妊娠监督', { code: 'http://hl7.org/fhir/sid/icd-10|Z34.9' });
    await entry(residentId, 'Condition', '感冒', { topic: 'general' });
    await entry(residentId, 'Condition', '焦虑', { topic: 'mental_health' });

    const seen = await as(her).familyPlanning.own.view();
    expect(seen.serving).toMatchObject([{ facilityId: house.centre.facilityId, said: 'in-person' }]);
    expect(seen.registrations).toMatchObject([{ channel: 'online', childOrder: 1, state: 'valid' }]);
    expect(seen.checks).toMatchObject([{ grade: 'usual', advice: '三个月内可以怀孕', part: 'woman' }]);
    expect(seen.services).toMatchObject([{ method: 'condom', category: 1, advice: 'accept' }]);
    expect(seen.followUps.map((one) => [one.kind, one.state]).sort()).toEqual([
      ['early', 'open'],
      ['method', 'open'],
    ]);
    expect(seen.entries.map((one) => [one.title, one.meaning, one.facilityId]).sort()).toEqual([
      ['宫内节育器取出术', 'method', house.other.facilityId],
      ['正常妊娠监督', 'pregnancy', house.other.facilityId],
    ]);
    expect(JSON.stringify(seen)).not.toContain('只给同事看的话');
  });

  it('stands in no list of the record, and opens by its page alone', async () => {
    const her = await house.person();
    const { residentId } = her;
    await entry(residentId, 'Encounter', '产前检查');
    await entry(residentId, 'Procedure', '人工流产术');
    await entry(residentId, 'Observation', '人绒毛膜促性腺激素');
    await entry(residentId, 'Procedure', '阑尾切除术', { topic: 'general' });
    await entry(residentId, 'Procedure', '心理治疗', { topic: 'mental_health' });
    const open = (what: 'record' | 'record-list' | 'record-results') => openRecord(her.me, residentId, what);
    expect((await listVisits(her.me, await open('record'), null)).visits).toEqual([]);
    const { entries } = await listSection(her.me, await open('record-list'), 'documents');
    expect(entries.map((one) => one.title).sort()).toEqual(['心理治疗', '阑尾切除术']);
    expect((await listResults(her.me, await open('record-results'))).results).toEqual([]);
    const seen = await as(her).familyPlanning.own.view();
    expect(seen.entries).toHaveLength(3);
    const one = await as(her).records.entry({ residentId, id: seen.entries[0]?.id ?? '' });
    expect(one.entry.title).toBe(seen.entries[0]?.title);
  });

  it('is the person’s alone: kin with proof see their own and nothing of it', async () => {
    const [her, kin] = [await house.served(), await house.person('male')];
    await entry(her.residentId, 'Procedure', '人工流产术');
    await house.db.pool.query(
      `insert into family_links (resident_id, member_id, relation, proof, created_at)
       values ($1, $2, 'spouse', 'phone_code', now())`,
      [kin.residentId, her.residentId],
    );
    expect(await as(kin).familyPlanning.own.view()).toMatchObject({ serving: [], entries: [] });
    const listed = await as(kin).records.section({ residentId: her.residentId, section: 'documents' });
    expect(listed.entries).toEqual([]);
    const { rows } = await house.db.pool.query('select what from access_events where resident_id = $1 and what <> $2', [
      her.residentId,
      'family-planning',
    ]);
    expect(rows).toEqual([{ what: 'record-list' }]);
  });

  it('asks for registration first, and nobody but a resident', async () => {
    const anonymous = createCaller(appRouter)(testContext(house.db, { kind: 'anonymous' }, at(today)));
    await expect(anonymous.familyPlanning.own.view()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
    const worker = createCaller(appRouter)(house.worker());
    await expect(worker.familyPlanning.own.view()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
    const unknown = { kind: 'resident', accountId: randomUUID(), residentId: null, name: '' } as const;
    const account = createCaller(appRouter)(testContext(house.db, unknown, at(today)));
    await expect(account.familyPlanning.own.view()).rejects.toMatchObject({ code: 'UNPROCESSABLE_CONTENT' });
  });
});
