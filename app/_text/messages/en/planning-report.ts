import type { Messages } from '../../messages.ts';

/** Family planning in an area, for officials: numbers of people and no person. */
export const planningReport: Messages['planningReport'] = {
  nav: 'Family planning',
  title: 'Family planning in numbers',
  lead: '{region}, {month}. Numbers of people and no person: nobody’s record can be seen or opened from here.',
  countedAt: 'Counted {time}, each night; only months that are over',
  notCounted: 'The first count is under way',
  month: 'Month',
  group: 'Rows',
  by: { region: 'By region', month: 'By month' },
  total: '{region}, all',
  overview: 'Registrations, checks and follow-ups',
  methods: 'People served with contraception, by the method they left with',
  hidden: 'not shown',
  empty: 'No regions below can be listed here',
  emptyText: 'Numbers go down to townships: below, a number is a person. Rows by month can be seen instead.',
  column: {
    registered: 'Fertility registrations',
    checked: 'Registered and checked',
    couples: 'Couples checked',
    early: 'Early follow-up',
    outcome: 'Outcome follow-up',
  },
  target: 'asked: ≥ {percent}%',
  met: 'met',
  unmet: 'not met',
  part: '{name}: part',
  whole: '{name}: whole',
  code: 'Code',
  how: 'How it is counted',
  lines: {
    registered:
      'Fertility registrations: people who registered in the month and did not take it back, by where the centre lies.',
    checked:
      'Registered and checked: of the people registered in the month, those checked within 6 months before or after ÷ all of them.',
    couples: 'Couples checked: women whose check began in the month, and men who came alone.',
    early:
      'Early follow-up: of the people whose follow-up was due in the month, those with it done ÷ all of them; who could not be reached stays in the whole.',
    outcome: 'Outcome follow-up: the same way.',
    methods: 'Contraception: people served in the month; a person counts once for a method.',
    targets:
      'Targets are those usual for townships: checks {checked}%, early follow-up {early}%, outcome follow-up {outcome}%.',
    small:
      'Numbers under {smallest} people are not shown, nor some larger ones from which they could be worked out by a sum or a neighbour. The same holds where all but a few did.',
  },
  eligibility: 'Contraceptive eligibility',
};
