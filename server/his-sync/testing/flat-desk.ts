import { sampleIdNumber } from '#db/seed/sample-id-numbers.ts';
import type { TestDatabase } from '#db/testing/test-database.ts';
import { staffActor, testContext } from '../../kernel/test-context.ts';
import { createCaller } from '../../trpc.ts';
import { hisSyncRouter } from '../router.ts';

const caller = createCaller(hisSyncRouter);
export const flatNow = new Date('2026-11-20T12:00:00+08:00');

/** The desk of a hospital without FHIR: what its manager sends, checks and sees. */
export function flatDesk(db: TestDatabase, facilityId: string) {
  const { files } = caller(testContext(db, staffActor(facilityId, 'manager'), { clock: { now: () => flatNow } }));
  const wrapped = (text: string, name: string) => ({ name, content: Buffer.from(text).toString('base64') });
  return {
    files,
    send: (text: string, name = '表格.csv') => files.upload(wrapped(text, name)),
    check: (text: string, name = '表格.csv') => files.check(wrapped(text, name)),
  };
}

let serial = 500;
/** A table of patients of these numbers, each with an identity number of their own. */
export const patientTable = (...ids: string[]): string =>
  ['患者编号,姓名,性别,出生日期,身份证号,更新时间', ...ids.map(patientRow)].join('\n');
function patientRow(id: string): string {
  serial += 1;
  return `${id},王小明,男,1980-05-17,${sampleIdNumber('1980-05-17', 'male', serial)},2026-11-02 08:00`;
}

/** A table of results: number, patient, value and, if there is one, the hospital's code. */
export const resultTable = (...rows: [id: string, of: string, value: string, code?: string][]): string =>
  [
    '结果编号,患者编号,项目代码,项目名称,结果,单位,检查时间,更新时间',
    ...rows.map(
      ([id, of, value, code = '']) => `${id},${of},${code},空腹血糖,${value},mmol/L,2026-11-02 08:30,2026-11-02 09:00`,
    ),
  ].join('\n');
