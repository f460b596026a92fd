import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hisEndpoints } from '#db/schema/his-sync.ts';
import { systems } from '#fhir/systems.ts';
import type { ActorOf } from '../../kernel/context.ts';
import { staffActor, testContext } from '../../kernel/test-context.ts';
import { createCaller } from '../../trpc.ts';
import { pullRecords } from '../pull-records.ts';
import { hisSyncRouter } from '../router.ts';
import { type House, openHouse, type TestHospital } from '../testing/hospital-house.ts';
import { openPaperHospital } from '../testing/paper-hospital.ts';
import { paperPatient, paperResult } from '../testing/paper-records.ts';
import { isLoinc } from './schema.ts';

let house: House;
let paper: Awaited<ReturnType<typeof openPaperHospital>>;
const hospital = () => house.hospitals[0] as TestHospital;
const pull = () => pullRecords(house.services, hospital().facilityId);
const caller = createCaller(hisSyncRouter);
const manager = (facilityId = hospital().facilityId) =>
  caller(testContext(house.db, staffActor(facilityId, 'manager'))).intake;
const official = (regionPath = hospital().regionPath, level = 2) => {
  const area = { regionCode: regionPath.slice(0, 12), regionPath, level };
  const actor = { kind: 'official', accountId: 'official', name: '测试官员', ...area } satisfies ActorOf<'official'>;
  return caller(testContext(house.db, actor)).intake;
};
const entry = async (sourceId: string) => {
  const { rows } = await house.db.pool.query(
    `select code, title, gap, findings, search, version, source_version, body #>> '{valueQuantity,value}' as value,
       body -> 'code' as told from record_entries where facility_id = $1 and source_id = $2`,
    [hospital().facilityId, sourceId],
  );
  return rows[0];
};
const groups = async () => (await manager().own()).waiting.map((one) => `${one.type} ${one.reason} ${one.count}`);

let turn = 0;
let patient = '';
beforeAll(async () => {
  house = await openHouse([{}, {}]);
  paper = await openPaperHospital();
  await house.db.orm
    .update(hisEndpoints)
    .set({ baseUrl: paper.base })
    .where(eq(hisEndpoints.facilityId, hospital().facilityId));
});
beforeEach(async () => {
  turn += 1;
  await house.db.pool.query('delete from his_rejects');
  patient = `p${turn}`;
  paper.clear();
  paper.write(paperPatient(patient, turn));
});
afterAll(async () => {
  paper.close();
  await house.close();
});

describe('what a hospital writes badly', () => {
  it('waits if its meaning is in doubt, and is kept with a finding if it is not', async () => {
    paper.write(paperResult(`a${turn}`, patient, { status: 'done' }));
    paper.write(paperResult(`b${turn}`, patient, { text: { div: '<div/>' } }));
    paper.write(paperResult(`c${turn}`, patient));
    await pull();
    expect(await groups()).toEqual(['Observation Observation.status: not a code of its list 1']);
    expect(await entry(`a${turn}`)).toBeUndefined();
    expect(await entry(`b${turn}`)).toMatchObject({ findings: ['Observation.text.status: missing'] });
    const { findings, types } = await manager().own();
    expect(findings).toMatchObject([{ type: 'Observation', finding: 'Observation.text.status: missing', count: 1 }]);
    expect(types.find((one) => one.type === 'Observation')).toMatchObject({ kept: 2, waiting: 1, told: 3 });
    paper.write(paperResult(`a${turn}`, patient));
    paper.write(paperResult(`b${turn}`, patient));
    await pull();
    expect(await groups()).toEqual([]);
    expect((await manager().own()).findings).toEqual([]);
  });

  it('an older version that can be read does not settle a newer one that cannot', async () => {
    const old = paper.write(paperResult(`a${turn}`, patient));
    paper.write(paperResult(`a${turn}`, patient, { status: 'done' }));
    await pull();
    expect(await groups()).toHaveLength(1);
    paper.restore(old);
    await pull();
    expect(await groups()).toHaveLength(1);
    expect(await entry(`a${turn}`)).toMatchObject({ source_version: '1' });
  });
});

it('the office sees all hospitals of its area together, the least complete first, and none elsewhere', async () => {
  paper.write(paperResult(`a${turn}`, patient, { status: 'done' }));
  paper.write(paperResult(`b${turn}`, patient));
  await pull();
  await pullRecords(house.services, house.hospitals[1]?.facilityId ?? '');
  const { hospitals, types, total, read } = await official().region({});
  expect(total).toBe(hospitals.length);
  expect(read).toBeGreaterThan(0);
  const own = hospitals.find((one) => one.facilityId === hospital().facilityId);
  expect(own).toMatchObject({ waiting: 1, told: expect.any(Number) });
  const result = types.find((one) => one.type === 'Observation');
  const one = (await manager().own()).types.find(({ type }) => type === 'Observation');
  expect(result).toMatchObject({ kept: one?.kept, waiting: 1 });
  expect((await official('999999999999/').region({})).hospitals).toEqual([]);
});

describe('reading again', () => {
  /** Lies in the queue as if an earlier reader had not understood it. */
  const lay = (resource: object & { id?: string }, reason: string, version = '1') =>
    house.db.pool.query(
      `insert into his_rejects (facility_id, resource_type, resource_id, version, reason, body, first_seen_at)
       values ($1, $2, $3, $4, $5, $6, now())`,
      [
        ...[hospital().facilityId, (resource as { resourceType?: string }).resourceType, resource.id, version, reason],
        JSON.stringify({ ...resource, meta: { versionId: version, lastUpdated: `2026-11-0${version}T00:00:00Z` } }),
      ],
    );

  it('takes over what can be read now, exactly, and says who had it read', async () => {
    await pull();
    const reason = `once-unreadable-${turn}`;
    await lay(paperResult(`good${turn}`, patient), reason);
    await lay(paperResult(`bad${turn}`, patient, { status: 'done' }), reason);
    const wish = { resourceType: 'Observation', reason };
    expect(await manager().rerunOwn({ ...wish, resourceId: `good${turn}` })).toEqual({ read: 1, waiting: 0, left: 1 });
    expect(await entry(`good${turn}`)).toMatchObject({ value: '5.6', version: 1 });
    expect(await official().rerun({ ...wish, facilityId: hospital().facilityId })).toMatchObject({
      read: 0,
      waiting: 1,
    });
    const { waiting } = await manager().own();
    expect(waiting).toMatchObject([
      {
        reason: 'Observation.status: not a code of its list',
        count: 1,
        triedBy: null,
        triedAt: expect.any(Date),
      },
    ]);
    const { rows } = await house.db.pool.query(
      `select actor_kind, detail from audit_events where facility_id = $1 and action = 'his.rerun' order by at, id`,
      [hospital().facilityId],
    );
    expect(rows).toMatchObject([{ actor_kind: 'staff', detail: { read: 1 } }, { actor_kind: 'official' }]);
    await expect(manager().rerunOwn(wish)).rejects.toMatchObject({ message: expect.stringContaining('not-found') });
  });

  it('never puts an older version above a newer one', async () => {
    paper.write(paperResult(`v${turn}`, patient));
    paper.write(paperResult(`v${turn}`, patient, { valueQuantity: { value: 7 } }));
    await pull();
    await lay(paperResult(`v${turn}`, patient), `older-${turn}`, '1');
    await manager().rerunOwn({ resourceType: 'Observation', reason: `older-${turn}` });
    expect(await entry(`v${turn}`)).toMatchObject({ value: '7', source_version: '2', version: 1 });
    await lay(paperResult(`w${turn}`, patient, { valueQuantity: { value: 8 } }), `newer-${turn}`, '2');
    await lay(paperResult(`w${turn}`, patient, { valueQuantity: { value: 6 } }), `older-${turn}`, '1');
    await manager().rerunOwn({ resourceType: 'Observation', reason: `older-${turn}` });
    expect(await entry(`w${turn}`)).toMatchObject({ value: '8' });
  });

  it('asks the hospital for its patients anew, since no whole ID number lies here', async () => {
    paper.write(paperPatient(`q${turn}`, 500 + turn));
    await lay(paperPatient(`q${turn}`, 500 + turn, { identifier: [{ value: '***' }] }), `patient-${turn}`);
    await manager().rerunOwn({ resourceType: 'Patient', reason: `patient-${turn}` });
    const { rows } = await house.db.pool.query('select state, id_masked from source_patients where source_id = $1', [
      `q${turn}`,
    ]);
    expect(rows).toMatchObject([{ state: 'linked', id_masked: expect.stringMatching(/^\d{4}\*+/) }]);
  });

  it('is not for the neighbour, offices elsewhere, offices too low, or what every pull reads anyway', async () => {
    await lay(paperResult(`n${turn}`, patient), `neighbour-${turn}`);
    const wish = { resourceType: 'Observation', reason: `neighbour-${turn}` };
    const { facilityId } = hospital();
    const neighbour = manager(house.hospitals[1]?.facilityId);
    await expect(neighbour.rerunOwn(wish)).rejects.toThrow('not-found');
    expect((await neighbour.ownWaiting(wish)).items).toEqual([]);
    await expect(official('999999999999/').waitingOf({ ...wish, facilityId })).rejects.toThrow('not-found');
    await expect(official('999999999999/').of({ facilityId })).rejects.toThrow('not-found');
    await expect(official('999999999999/').rerun({ ...wish, facilityId })).rejects.toThrow('not-found');
    await expect(official(undefined, 3).rerun({ ...wish, facilityId })).rejects.toThrow('office-level-needed');
    await expect(manager().rerunOwn({ ...wish, resourceType: 'Slot' })).rejects.toThrow('intake-read-with-every-pull');
  });

  it('what waits is shown without anything that says whose it is', async () => {
    const secret = {
      name: [{ text: '欧阳秘密', given: ['秘密'] }],
      telecom: [{ system: 'phone', value: '13800001111' }],
    };
    await lay(paperPatient(`s${turn}`, turn, { ...secret, birthDate: '1980-13-45' }), `secret-${turn}`);
    await lay(paperResult(`s${turn}`, 'p-secret', { note: [{ text: '欧阳秘密 13800001111' }] }), `secret-${turn}`);
    for (const resourceType of ['Patient', 'Observation']) {
      const wish = { resourceType, reason: `secret-${turn}`, facilityId: hospital().facilityId };
      const own = await manager().ownWaiting(wish);
      const theirs = await official().waitingOf(wish);
      expect([own.total, theirs.total]).toEqual([1, 1]);
      expect(own.items[0]?.resourceId).toBe(`s${turn}`);
      const shown = JSON.stringify([own.items, theirs.items]);
      expect(shown).not.toMatch(/秘密|1380000|[1-9]\d{16}|1980/);
      expect(JSON.stringify(theirs)).not.toMatch(/p-secret|"s\d+"/);
    }
  });
});

describe('a code of the hospital’s own', () => {
  const code = { coding: [{ system: 'urn:lab', code: 'JY7', display: '空腹血糖' }], text: '空腹血糖' };
  const own = { system: 'urn:lab', code: 'JY7' };
  const target = { kind: 'loinc', targetCode: '1558-6', targetName: '空腹血糖' } as const;

  it('waits to be explained, and then counts as what it means, in what came before and in what comes after', async () => {
    paper.write(paperResult(`m${turn}`, patient, { code }));
    paper.write(paperResult(`t${turn}`, patient, { code: { text: '尿酸' } }));
    await pull();
    const { gaps } = await manager().own();
    expect(gaps).toHaveLength(2);
    expect(gaps).toContainEqual({ type: 'Observation', ...own, label: '空腹血糖', count: 1 });
    expect(gaps).toContainEqual({ type: 'Observation', system: 'text', code: '尿酸', label: '尿酸', count: 1 });
    await manager().map({ ...own, ...target });
    await manager().map({ system: 'text', code: '尿酸', kind: 'loinc', targetCode: '3084-1', targetName: '尿酸' });
    await house.work();
    expect(await entry(`m${turn}`)).toMatchObject({
      ...{ code: `${systems.loinc}|1558-6`, gap: '', told: code, version: 1 },
      search: expect.arrayContaining([`code=${systems.loinc}|1558-6`, 'code=urn:lab|JY7']),
    });
    expect(await entry(`t${turn}`)).toMatchObject({ code: `${systems.loinc}|3084-1` });
    paper.write(paperResult(`l${turn}`, patient, { code }));
    await pull();
    expect(await entry(`l${turn}`)).toMatchObject({ code: `${systems.loinc}|1558-6`, gap: '' });
    expect(await manager().own()).toMatchObject({ gaps: [], maps: [{}, {}] });
  });

  it('may be explained otherwise, or no longer', async () => {
    paper.write(paperResult(`m${turn}`, patient, { code }));
    await pull();
    await manager().map({ ...own, ...target, targetCode: '14771-0' });
    await house.work();
    expect(await entry(`m${turn}`)).toMatchObject({ code: `${systems.loinc}|14771-0` });
    await manager().unmap(own);
    await house.work();
    expect(await entry(`m${turn}`)).toMatchObject({ code: 'urn:lab|JY7', gap: 'urn:lab|JY7' });
    const { rows } = await house.db.pool.query(
      `select action from audit_events where facility_id = $1 and action like '%map-code' order by at, id`,
      [hospital().facilityId],
    );
    expect(rows.slice(-2).map((row) => row.action)).toEqual(['records.map-code', 'records.unmap-code']);
  });

  it.each(['1558-5', '1558', 'abc', '15586'])('is not explained by %s, which is no LOINC code', async (targetCode) => {
    expect(isLoinc(targetCode)).toBe(false);
    await expect(manager().map({ ...own, ...target, targetCode })).rejects.toThrow();
  });
});
