import { describe, expect, it } from 'vitest';
import { endOf, pregnancyEnds, type Told } from './pregnancy-ends.ts';

const icd = (code: string) => `http://hl7.org/fhir/sid/icd-10|${code}`;
const her = { sex: 'female', birthDate: '1994-05-06' } as const;
const today = '2026-11-24';
const told = (day: string, title: string, more: Partial<Told> = {}): Told => ({
  ...{ type: 'Procedure', code: '', title, status: 'completed', day },
  ...more,
});

describe('which end an entry tells of', () => {
  it.each<[string, string, string, ReturnType<typeof endOf>]>([
    ['Condition', icd('O80.000'), '头位顺产', 'postpartum'],
    ['Condition', icd('Z37.0'), '单胎活产', 'postpartum'],
    ['Condition', icd('Z37.1'), '单胎死产', 'after-loss'],
    ['Condition', icd('Z37.3'), '双胎，一活一死', 'after-loss'],
    ['Condition', icd('O04.901'), '医疗性流产', 'after-loss'],
    ['Condition', icd('O00.1'), '输卵管妊娠', 'after-loss'],
    ['Condition', icd('O20.0'), '先兆流产', null],
    ['Condition', icd('O07.4'), '人工流产失败', null],
    ['Condition', icd('Z39.2'), '产后常规随访', null],
    ['Condition', icd('Z38.0'), '顺产单活婴', null],
    ['Condition', icd('Z34.9'), '正常妊娠监督', null],
    ['Condition', '', '先兆流产', null],
    ['Condition', '', '瘢痕子宫（剖宫产史）', null],
    ['Condition', '', '习惯性流产', null],
    ['Condition', '', '稽留流产', 'after-loss'],
    ['Procedure', '', '子宫下段剖宫产术', 'postpartum'],
    ['Procedure', '', '分娩镇痛', null],
    ['Procedure', '', '人工流产术', 'after-loss'],
    ['Procedure', '', '催产素引产', null],
    ['Procedure', '', '中期妊娠引产术', 'after-loss'],
    ['Procedure', '', 'Threatened abortion, bed rest', null],
    ['Procedure', '', 'Cesarean section', 'postpartum'],
    ['Observation', icd('O80.0'), '分娩', null],
  ])('%s %s %s: %s', (type, code, title, end) => {
    expect(endOf({ type, code, title, status: type === 'Procedure' ? 'completed' : '' })).toBe(end);
  });

  it('needs to have happened', () => {
    const [type, code, title] = ['Procedure', '', '人工流产术'];
    for (const status of ['preparation', 'not-done', 'entered-in-error', 'unknown'])
      expect(endOf({ type, code, title, status })).toBeNull();
    expect(endOf({ type: 'Encounter', code, title: '住院分娩', status: 'planned' })).toBeNull();
    expect(endOf({ type: 'Encounter', code, title: '住院分娩', status: 'finished' })).toBe('postpartum');
  });
});

describe('the ends of pregnancies in a record', () => {
  it('are one however many entries tell of it; a child who did not live outweighs the birth', () => {
    const entries = [
      told('2026-11-21', '头位顺产', { type: 'Condition', code: icd('O80.0') }),
      told('2026-11-20', '产钳助产术'),
    ];
    expect(pregnancyEnds(entries, her, today)).toEqual([{ kind: 'postpartum', eventOn: '2026-11-20' }]);
    const stillborn = told('2026-11-21', '单胎死产', { type: 'Condition', code: icd('Z37.1') });
    expect(pregnancyEnds([...entries, stillborn], her, today)).toEqual([{ kind: 'after-loss', eventOn: '2026-11-20' }]);
    expect(pregnancyEnds([told('2026-01-05', '人工流产术'), ...entries], her, today)).toHaveLength(2);
  });

  it('are hers alone, and not of days to come', () => {
    const entry = told('2026-11-20', '剖宫产术');
    expect(pregnancyEnds([entry], { ...her, sex: 'male' }, today)).toEqual([]);
    expect(pregnancyEnds([entry], { ...her, birthDate: '2026-11-20' }, today)).toEqual([]);
    expect(pregnancyEnds([told('2026-11-25', '剖宫产术')], her, today)).toEqual([]);
  });
});
