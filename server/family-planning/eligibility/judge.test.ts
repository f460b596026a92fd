import { describe, expect, it } from 'vitest';
import { type Method, methods } from '../schema/methods.ts';
import { conditionsAfterBirth } from './after-birth.ts';
import { type Condition, conditionGroups, conditions, conditionsOfAge, isCondition, mayHave } from './conditions.ts';
import { answerOf, clinicianFor, judge, type Stage } from './judge.ts';
import { type EligibilityTable, eligibilityTableOn, eligibilityTables, findTable } from './tables.ts';
import { columns, rows2015 } from './who-2015.ts';
import { apart2015 } from './who-2015-apart.ts';

const table = eligibilityTableOn('2026-11-23');
const line = (method: Method, those: Condition[], stage: Stage = 'start', by: EligibilityTable = table) => {
  const { category, advice } = judge(by, method, those, stage);
  return `${category ?? '–'} ${advice}`;
};

/** Written apart from the rows: method, conditions, to begin, to continue. */
const cases: [Method, Condition[], string, string][] = [
  ['combined-pill', [], '1 accept', '1 accept'],
  ['combined-pill', ['migraine-aura'], '4 special', '4 special'],
  ['combined-pill', ['migraine-35'], '3 special', '4 special'],
  ['combined-pill', ['smoker-35-heavy'], '4 special', '4 special'],
  ['combined-pill', ['smoker-under-35'], '2 caution', '2 caution'],
  ['combined-pill', ['headache'], '1 accept', '2 caution'],
  ['combined-pill', ['pressure-140'], '3 special', '3 special'],
  ['combined-pill', ['rifampicin'], '3 delay', '3 delay'],
  ['combined-pill', ['hepatitis-acute'], '4 delay', '2 caution'],
  ['combined-pill', ['pregnant'], '– ask', '– ask'],
  ['progestogen-pill', ['breast-cancer'], '4 special', '4 special'],
  ['progestogen-pill', ['ischaemia-past'], '2 caution', '3 special'],
  ['injectable', ['age-under-18'], '2 caution', '2 caution'],
  ['injectable', ['lupus-platelets'], '3 special', '2 caution'],
  ['implant', ['clot-acute'], '3 delay', '3 delay'],
  ['implant', ['rifampicin'], '2 caution', '2 caution'],
  ['copper-iud', ['pelvic-infection'], '4 delay', '2 caution'],
  ['copper-iud', ['fibroids-distorting'], '4 special', '4 special'],
  ['copper-iud', ['breast-cancer'], '1 accept', '1 accept'],
  ['copper-iud', ['infection-risk'], '3 special', '2 caution'],
  ['hormonal-iud', ['breast-cancer'], '4 special', '4 special'],
  ['hormonal-iud', ['tuberculosis-pelvic'], '4 special', '3 special'],
  ['hormonal-iud', ['kidney-disease'], '– ask', '– ask'],
  ['emergency-pill', ['stroke'], '2 caution', '2 caution'],
  ['emergency-pill', ['breast-cancer'], '1 accept', '1 accept'],
  ['condom', ['latex-allergy'], '3 special', '3 special'],
  ['female-sterilisation', ['obesity'], '– caution', '– caution'],
  ['female-sterilisation', ['skin-infection'], '– delay', '– delay'],
  ['female-sterilisation', ['pressure-160'], '– special', '– special'],
  ['female-sterilisation', ['pressure-160', 'pregnant'], '– delay', '– delay'],
  ['female-sterilisation', ['rifampicin'], '– ask', '– ask'],
  ['vasectomy', ['scrotum-infection'], '– delay', '– delay'],
  ['vasectomy', ['groin-hernia', 'varicocele'], '– special', '– special'],
  ['vasectomy', ['pregnant'], '– accept', '– accept'],
  ['breastfeeding', ['feeding-6-months', 'birth-later'], '– accept', '– accept'],
  ['awareness', ['bleeding-irregular'], '– delay', '– delay'],
];

describe('the table of eligibility', () => {
  it.each(cases)('%s with %j', (method, those, start, later) => {
    expect([line(method, those), line(method, those, 'continue')]).toEqual([start, later]);
  });

  it('the weightiest decides, and all that counted are named, the weightiest first', () => {
    const verdict = judge(table, 'combined-pill', ['obesity', 'clot-past', 'pressure-140', 'fibroids'], 'start');
    expect(verdict).toMatchObject({ category: 4, advice: 'special' });
    expect(verdict.reasons).toEqual([
      { condition: 'clot-past', category: 4 },
      { condition: 'pressure-140', category: 3 },
      { condition: 'obesity', category: 2 },
    ]);
  });

  it('what is not known never passes for accepted, and never hides what is known to stand against', () => {
    expect(line('implant', ['kidney-disease', 'obesity'])).toBe('– ask');
    expect(line('implant', ['kidney-disease', 'breast-cancer'])).toBe('4 special');
  });

  it('never refuses: from 3 on a clinician stands behind it by name, at 4 with a reason', () => {
    const who = (method: Method, those: Condition[]) => clinicianFor(judge(table, method, those, 'start'));
    expect(who('combined-pill', ['smoker-under-35'])).toBe('none');
    expect(who('combined-pill', ['smoker-35-light'])).toBe('name');
    expect(who('combined-pill', ['smoker-35-heavy'])).toBe('reason');
    expect(who('female-sterilisation', ['obesity'])).toBe('none');
    expect(who('female-sterilisation', ['pregnant'])).toBe('name');
    expect(who('implant', ['kidney-disease'])).toBe('name');
  });
});

describe('after a birth', () => {
  const after = (method: Method, days: number, feeding: boolean, clots = false) =>
    line(method, conditionsAfterBirth({ days, feeding, clots }));

  it.each<[Method, number, boolean, boolean, string]>([
    ['copper-iud', 1, true, false, '1 accept'],
    ['copper-iud', 2, true, false, '3 delay'],
    ['copper-iud', 28, false, false, '1 accept'],
    ['hormonal-iud', 1, true, false, '2 caution'],
    ['hormonal-iud', 1, false, false, '1 accept'],
    ['combined-pill', 41, true, false, '4 delay'],
    ['combined-pill', 42, true, false, '3 delay'],
    ['combined-pill', 200, true, false, '2 caution'],
    ['combined-pill', 20, false, true, '4 delay'],
    ['combined-pill', 21, false, true, '3 delay'],
    ['combined-pill', 21, false, false, '2 caution'],
    ['combined-pill', 43, false, true, '1 accept'],
    ['injectable', 10, true, false, '3 delay'],
    ['female-sterilisation', 6, true, false, '– accept'],
    ['female-sterilisation', 7, true, false, '– delay'],
    ['female-sterilisation', 42, true, false, '– accept'],
  ])('%s on day %i, breastfeeding %s, other risk of clots %s', (method, days, feeding, clots, said) => {
    expect(after(method, days, feeding, clots)).toBe(said);
  });

  it('half of what must be known is not enough: a row that leaves a method to the other one asks', () => {
    expect(line('copper-iud', ['feeding-6-weeks'])).toBe('– ask');
    expect(line('combined-pill', ['birth-7-days'])).toBe('– ask');
  });
});

describe('tables in time', () => {
  it('a day has one table; a record finds the one that judged it', () => {
    expect(
      ['2016-05-01', '2017-03-02', '2019-08-28', '2019-08-29', '2026-11-23'].map(
        (day) => eligibilityTableOn(day).edition,
      ),
    ).toEqual(['who-5', 'who-5-2017', 'who-5-2017', 'who-5-2019', 'who-5-2019']);
    expect(eligibilityTables.map((one) => findTable(one.edition))).toEqual(eligibilityTables);
    expect(findTable('who-6')).toBeNull();
  });

  it('the injection for women at high risk of HIV was 1, then 2, then 1 again', () => {
    expect(eligibilityTables.map((by) => line('injectable', ['hiv-risk'], 'start', by))).toEqual([
      '1 accept',
      '2 caution',
      '1 accept',
    ]);
    expect(line('copper-iud', ['hiv-risk'], 'start', eligibilityTables[0])).toBe('2 caution');
    expect(line('copper-iud', ['hiv-risk'])).toBe('1 accept');
  });

  it('each says which rows it changed, and changed no other', () => {
    for (const [i, later] of eligibilityTables.entries()) {
      const before = eligibilityTables[i - 1];
      if (!before) continue;
      const changed = conditions.filter((condition) =>
        methods.some((method) => before.cellOf(condition, method) !== later.cellOf(condition, method)),
      );
      expect(changed).toEqual(later.amends);
    }
  });
});

describe('completeness', () => {
  it('every condition has one answer for every method, in every table, or says that a clinician is to be asked', () => {
    const kinds = new Set<string>();
    for (const by of eligibilityTables)
      for (const condition of conditions)
        for (const method of methods)
          for (const stage of ['start', 'continue'] as const) kinds.add(answerOf(by, condition, method, stage).kind);
    expect([...kinds].sort()).toEqual(['category', 'elsewhere', 'no-matter', 'surgery', 'unknown']);
  });

  it('each row has a cell for each column, and nothing else is named', () => {
    for (const [condition, row] of Object.entries(rows2015)) {
      expect(isCondition(condition), condition).toBe(true);
      expect(row.split(' '), condition).toHaveLength(columns.length);
    }
    expect(Object.keys(rows2015)).toHaveLength(conditions.length);
    expect(new Set(conditions).size).toBe(conditions.length);
    expect([...columns, ...Object.keys(apart2015)].sort()).toEqual([...methods].sort());
  });

  it('a row that leaves a method to others stands in a group that answers it', () => {
    const silent = conditions.filter((one) => methods.some((method) => table.cellOf(one, method) === '.'));
    expect(silent.every((one) => (conditionGroups.birth as readonly string[]).includes(one))).toBe(true);
    for (let days = 0; days < 400; days += 1) {
      for (const [feeding, clots] of [
        [true, false],
        [false, false],
        [false, true],
      ] as const) {
        const those = conditionsAfterBirth({ days, feeding, clots });
        const asked = columns.filter((method) => line(method, those).endsWith('ask'));
        if (asked.length > 0) throw new Error(`${asked} on day ${days} with ${those}`);
      }
    }
  });
});

describe('people', () => {
  it('an age is one condition or none', () => {
    expect([15, 17, 18, 19, 20, 39, 40, 45, 46].map((age) => conditionsOfAge(age).join())).toEqual([
      ...['age-under-18', 'age-under-18', 'age-18-19', 'age-18-19', '', ''],
      ...['age-40-45', 'age-40-45', 'age-over-45'],
    ]);
  });

  it('men are asked what concerns men', () => {
    const men = conditions.filter((one) => mayHave('male', one));
    expect(men).toContain('varicocele');
    expect(men).not.toContain('pregnant');
    expect(conditions.filter((one) => mayHave('female', one))).not.toContain('varicocele');
  });
});
