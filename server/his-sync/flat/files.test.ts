import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hisEndpoints } from '#db/schema/his-sync.ts';
import { sampleIdNumber } from '#db/seed/sample-id-numbers.ts';
import { type MintedFacility, mintFacility } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import type { ActorOf } from '../../kernel/context.ts';
import { staffActor, testContext } from '../../kernel/test-context.ts';
import { entryId } from '../../records/entry-id.ts';
import { findEntry, listSources } from '../../records/queries.ts';
import { createCaller } from '../../trpc.ts';
import { hisSyncRouter } from '../router.ts';
import { receiveFile } from './receive-file.ts';

let db: TestDatabase;
let house: MintedFacility;
const now = new Date('2026-11-20T12:00:00+08:00');
const caller = createCaller(hisSyncRouter);
const manager = (facilityId = house.facilityId) =>
  caller(testContext(db, staffActor(facilityId, 'manager'), { clock: { now: () => now } }));
const send = (text: string, facilityId?: string) =>
  manager(facilityId).files.upload({ name: '表格.csv', content: Buffer.from(text).toString('base64') });
const entry = async (sourceId: string) => {
  const { rows } = await db.pool.query(
    `select type, title, version, deleted, body::text as body from record_entries where facility_id = $1 and source_id = $2`,
    [house.facilityId, sourceId],
  );
  return rows[0];
};
/** Rows of a file that were not taken, as people read them. */
const told = async (id: string) =>
  (await manager().files.get({ id, page: 1 })).rows.map(
    (one) =>
      `${one.kind?.zh ?? '文件'} ${one.line} ${one.settled ? '已好' : '待改'}：${one.faults.map((it) => `${it.column?.zh ?? ''} ${it.what.zh}；${it.way.zh}`).join(' / ')}`,
  );

/** The record of whom a number names, as that person opens it. */
const ownRecord = (idNumber: string) => {
  const ctx = testContext(db, staffActor(house.facilityId, 'manager'), { clock: { now: () => now } });
  const residentId = ctx.sealing.residentId(idNumber);
  const reader = { kind: 'resident', accountId: residentId, residentId, name: '王小明' } as const;
  const opening = { view: 'own', topics: ['general'], types: null, hidden: [], ownFacility: null } as const;
  return { ctx, scope: { ...opening, residentId, ground: null, reader } };
};
const textOf = async (sourceId: string, idNumber: string) => {
  const { ctx, scope } = ownRecord(idNumber);
  return (await findEntry(ctx, scope, entryId(house.facilityId, 'DocumentReference', sourceId)))?.text;
};

let serial = 0;
const patient = (id: string) => {
  serial += 1;
  return `${id},王小明,男,1980-05-17,${sampleIdNumber('1980-05-17', 'male', serial)},2026-11-02 08:00,`;
};
const patients = (...rows: string[]) => `患者编号,姓名,性别,出生日期,身份证号,更新时间,删除\n${rows.join('\n')}`;
const results = (...rows: string[]) =>
  `结果编号,患者编号,项目名称,结果,单位,检查时间,更新时间,删除\n${rows.join('\n')}`;
const result = (id: string, of: string, value: string, updated = '2026-11-02 09:00', deleted = '') =>
  `${id},${of},空腹血糖,${value},mmol/L,2026-11-02 08:30,${updated},${deleted}`;

beforeAll(async () => {
  db = await openTestDatabase();
  house = await mintFacility(db);
});
afterAll(() => db.close());

describe('a file of a hospital without FHIR', () => {
  it('goes through the intake: placed by the number, decimals kept, once', async () => {
    expect(await send(patients(patient('A1')))).toMatchObject({ rows: 1, taken: 1, written: 1, refused: 0 });
    const file = results(result('AR1', 'A1', '5.60'));
    expect(await send(file)).toMatchObject({ rows: 1, taken: 1, written: 1 });
    expect(await entry('AR1')).toMatchObject({ type: 'Observation', title: '空腹血糖', version: 1, deleted: false });
    expect((await entry('AR1')).body).toContain('5.60');
    expect((await entry('A1')).body).not.toMatch(/519\d{15}/);
    const { rows } = await db.pool.query('select rule from identity_links where facility_id = $1', [house.facilityId]);
    expect(rows.length).toBeGreaterThan(0);
    expect(await send(file)).toMatchObject({ rows: 1, taken: 1, written: 0, refused: 0 });
    expect(await entry('AR1')).toMatchObject({ version: 1 });
  });

  it('replaces what is older, leaves what is newer, and says so where the time was forgotten', async () => {
    await send(patients(patient('B1')));
    await send(results(result('BR1', 'B1', '5.6')));
    expect(await send(results(result('BR1', 'B1', '5.8', '2026-11-02 09:30')))).toMatchObject({ written: 1 });
    expect(await send(results(result('BR1', 'B1', '5.6')))).toMatchObject({ taken: 1, written: 0, refused: 0 });
    const silent = await send(results(result('BR1', 'B1', '9.9', '2026-11-02 09:30')));
    expect(silent).toMatchObject({ taken: 0, written: 0, refused: 1 });
    expect(await told(silent.id)).toEqual([
      '检验结果 2 待改：更新时间 内容变了，更新时间没有变；请把“更新时间”改成改动的时间',
    ]);
    expect((await entry('BR1')).body).toContain('5.8');
  });

  it('takes good rows, says of bad ones where and why, and forgets them once they are mended', async () => {
    await send(patients(patient('C1')));
    const sent = await send(
      results(result('CR1', 'C1', '5.6'), result('CR2', 'C1', '', '2026-13-02'), result('CR3', 'C1', '5.7')),
    );
    expect(sent).toMatchObject({ rows: 3, taken: 2, written: 2, refused: 1 });
    expect(await told(sent.id)).toEqual([
      '检验结果 3 待改：结果 必填，但是空着；请填写 / 更新时间 时间读不出来；写成 2026-11-02 10:30',
    ]);
    const back = await manager().files.badRows({ id: sent.id });
    expect(back.tables).toMatchObject([
      { kind: { zh: '检验结果' }, rows: [expect.arrayContaining(['CR2', '空腹血糖'])] },
    ]);
    await send(results(result('CR2', 'C1', '5.9')));
    expect((await told(sent.id))[0]).toContain('已好');
    expect((await manager().files.list({ page: 1 })).files.find((one) => one.id === sent.id)).toMatchObject({
      open: 0,
    });
    await expect(manager().files.badRows({ id: sent.id })).rejects.toThrow(/his-file-rows-not-found/);
    const { rows } = await db.pool.query('select sealed from his_file_rows where file_id = $1', [sent.id]);
    expect(rows).toEqual([{ sealed: null }]);
  });

  it('takes documents as words, which the person reads, without whole ID numbers', async () => {
    const number = sampleIdNumber('1980-05-17', 'male', 900);
    await send(patients(`W1,王小明,男,1980-05-17,${number},2026-11-02 08:00,`));
    const note = (words: string, updated: string) =>
      `文书编号,患者编号,文书类型,文书名称,文书内容,书写时间,更新时间\nWW1,W1,出院小结,出院小结,"${words}",2026-11-02,${updated}`;
    expect(await send(note(`住院 5 天。\n证件 ${number}`, '2026-11-02'))).toMatchObject({ rows: 1, written: 1 });
    const kept = await entry('WW1');
    expect(kept).toMatchObject({ type: 'DocumentReference', title: '出院小结' });
    const { content } = JSON.parse(kept.body) as { content: [{ attachment: { data: string } }] };
    const words = Buffer.from(content[0].attachment.data, 'base64').toString();
    expect(words).toBe(`住院 5 天。\n证件 ${number.slice(0, 4)}**********${number.slice(-4)}`);
    expect(await textOf('WW1', number)).toBe(words);
    expect(await send(note('住院 6 天。', '2026-11-03'))).toMatchObject({ rows: 1, written: 1 });
    expect(await textOf('WW1', number)).toBe('住院 6 天。');
  });

  it('lets rows wait for their patient, and takes them when the patient comes', async () => {
    const early = await send(results(result('DR1', 'D1', '5.6')));
    expect(early).toMatchObject({ rows: 1, taken: 0, waiting: 1, refused: 0 });
    expect((await told(early.id))[0]).toContain('这位患者的登记还没有收到');
    expect(await send(patients(patient('D1')))).toMatchObject({ written: 1 });
    expect(await entry('DR1')).toMatchObject({ deleted: false, version: 1 });
    expect((await told(early.id))[0]).toContain('已好');
  });

  it('takes all tables at once as JSON, patients first whatever their order', async () => {
    serial += 1;
    const idNumber = sampleIdNumber('1980-05-17', 'male', serial);
    const file = {
      results: [
        {
          result_id: 'ER1',
          patient_id: 'E1',
          title: '血钾',
          value: 4.1,
          measured: '2026-11-02',
          updated: '2026-11-02',
        },
      ],
      patients: [
        {
          patient_id: 'E1',
          name: '王小明',
          sex: '男',
          birth_date: '1980-05-17',
          id_number: idNumber,
          updated: '2026-11-02',
        },
      ],
    };
    expect(await send(JSON.stringify(file))).toMatchObject({ rows: 2, taken: 2, written: 2 });
  });

  it('deletes what it says was deleted; what came before does not bring it back, what comes later does', async () => {
    await send(patients(patient('F1')));
    await send(results(result('FR1', 'F1', '5.6')));
    const deletion = results(result('FR1', 'F1', '', '2026-11-03 10:00', '是'));
    expect(await send(deletion)).toMatchObject({ rows: 1, taken: 1, withdrawn: 1 });
    expect(await entry('FR1')).toMatchObject({ deleted: true, body: null });
    expect(await send(deletion)).toMatchObject({ withdrawn: 0, refused: 0 });
    expect(await send(results(result('FR1', 'F1', '5.7', '2026-11-03 09:00')))).toMatchObject({ written: 0 });
    expect(await entry('FR1')).toMatchObject({ deleted: true });
    expect(await send(results(result('FR1', 'F1', '5.7', '2026-11-04 09:00')))).toMatchObject({ written: 1 });
    expect(await entry('FR1')).toMatchObject({ deleted: false });
  });

  it('names two rows that contradict each other, and counts two alike as one thing', async () => {
    await send(patients(patient('G1')));
    const twice = await send(
      results(result('GR1', 'G1', '5.6'), result('GR1', 'G1', '5.6'), result('GR1', 'G1', '5.7')),
    );
    expect(twice).toMatchObject({ rows: 3, taken: 2, written: 1, refused: 1 });
    expect((await told(twice.id))[0]).toContain('检验结果 4 待改：结果编号 同一编号');
  });

  it('that cannot be read at all is kept as such, with the way forward', async () => {
    const sent = await send('编号,姓名\n1,2');
    expect(sent).toMatchObject({ rows: 0, taken: 0, refused: 1 });
    expect((await told(sent.id))[0]).toMatch(
      /^文件 1 待改： 第一列的名称看不出是哪张表；第一列请用：患者编号 patient_id、/,
    );
  });
});

describe('who may', () => {
  it('nobody whose records come by FHIR', async () => {
    const other = await mintFacility(db);
    await db.orm
      .insert(hisEndpoints)
      .values({ facilityId: other.facilityId, baseUrl: 'https://his.example', authKind: 'none' });
    await expect(send(patients(patient('H1')), other.facilityId)).rejects.toThrow(/file-hospital-connected/);
    expect((await manager(other.facilityId).files.list({ page: 1 })).connected).toBe(true);
  });
  it('nobody sees another hospital’s file', async () => {
    const sent = await send('编号\n1');
    const other = await mintFacility(db);
    await expect(manager(other.facilityId).files.get({ id: sent.id, page: 1 })).rejects.toThrow(/his-file-not-found/);
    await expect(manager(other.facilityId).files.badRows({ id: sent.id })).rejects.toThrow(/his-file-rows-not-found/);
    expect(await manager(other.facilityId).files.list({ page: 1 })).toMatchObject({ files: [], total: 0 });
  });
  it('an official sees it among the hospitals of the area, and what came of it', async () => {
    const area = { regionCode: house.regionCode, regionPath: house.regionPath, level: 3 };
    const actor = { kind: 'official', accountId: 'official', name: '测试官员', ...area } satisfies ActorOf<'official'>;
    const { intake } = caller(testContext(db, actor, { clock: { now: () => now } }));
    const { hospitals, total, read } = await intake.region({ page: 1 });
    expect({ total, read }).toEqual({ total: 1, read: 1 });
    expect(hospitals[0]).toMatchObject({ facilityId: house.facilityId, told: null, recordsAt: now });
    const { types } = await intake.of({ facilityId: house.facilityId });
    expect(types.reduce((sum, one) => sum + one.kept, 0)).toBe(hospitals[0]?.kept);
    expect(hospitals[0]?.kept).toBeGreaterThan(5);
  });
  it('the person, in the own record, with when the hospital was heard last', async () => {
    const { ctx, scope } = ownRecord(sampleIdNumber('1980-05-17', 'male', 1));
    const { sources } = await listSources(ctx, scope);
    expect(sources).toMatchObject([{ facilityId: house.facilityId, entries: 2, heardAt: now }]);
  });
  it('a program with the hospital’s key, until there is another', async () => {
    const { key } = await manager().files.newKey();
    const services = testContext(db, { kind: 'anonymous' }, { clock: { now: () => now } });
    const post = (authorization: string, code = house.facilityId.toLowerCase()) =>
      receiveFile(
        services,
        { code, authorization, name: 'x.csv', check: false, bytes: Buffer.from(results(result('IR1', 'I1', ''))) },
        'r',
      );
    expect(await post('Bearer no-such-key')).toBe(401);
    expect(await post(`Bearer ${key}`, 'H9999')).toBe(404);
    expect(await post(`Bearer ${key}`)).toMatchObject({
      ...{ rows: 1, refused: 1, more: 0 },
      problems: [
        {
          kind: { en: 'Results' },
          line: 2,
          sourceId: 'IR1',
          faults: [{ column: { en: 'value' }, what: { en: 'It is required, but empty' } }],
        },
      ],
    });
    const { rows } = await db.pool.query(
      `select actor_kind as kind, detail from audit_events where facility_id = $1 and action = 'his.file' order by at desc, id desc limit 1`,
      [house.facilityId],
    );
    expect(rows[0]).toMatchObject({ kind: 'his', detail: { rows: 1, refused: 1, via: 'key' } });
    await manager().files.newKey();
    expect(await post(`Bearer ${key}`)).toBe(401);
  });
});
