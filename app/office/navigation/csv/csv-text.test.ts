import { expect, it } from 'vitest';
import type { GuideReport } from '#server/reports/schema/guide.ts';
import { csvText } from './csv-text.ts';

const figures = { visits: 12, first: 6, among: 11, rerouted: 0, urgent: null, urgentAtMost: 0.5726193 };
const report = {
  region: { code: '510000000000', name: '四川省', level: 1 },
  total: figures,
  byMonth: [{ month: '2026-10', ...figures }],
  byDepartment: [],
  byFacility: [{ facilityId: 'X', name: '=HYPERLINK("x"),医院', ...figures }],
  byVersion: [],
  pairs: [{ advised: { code: '10', name: '眼科' }, seen: { code: '13', name: '皮肤科' }, visits: 5 }],
} as unknown as GuideReport;
const parts = { total: '合计', month: '月', department: '科', facility: '机构', version: '版本', pair: '不一致' };

it('is one table with a byte order mark; small numbers stay hidden and no cell is a formula', () => {
  const text = csvText(report, { part: '部分', what: '项目', figures: ['就诊'], parts }, '少于 5');
  expect(text.startsWith('\uFEFF')).toBe(true);
  expect(text.slice(1).split('\r\n')).toEqual([
    '部分,项目,就诊',
    '合计,四川省,12,6,11,0,少于 5,0.572619',
    '月,2026-10,12,6,11,0,少于 5,0.572619',
    `机构,"'=HYPERLINK(""x""),医院",12,6,11,0,少于 5,0.572619`,
    '不一致,眼科 → 皮肤科,5',
    '',
  ]);
});
