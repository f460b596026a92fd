import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  type Basis,
  type Choice,
  type Denial,
  isGiven,
  type Marked,
  mayRead,
  type Opening,
  openByDefault,
  openingFor,
  type Reader,
  type Rights,
} from './rules.ts';
import { type Purpose, purposes, type Topic, topics } from './schema.ts';

const none: Rights = { choices: [], denials: [] };
const said = (purpose: Purpose, topic: Topic, given: boolean, textVersion = 1): Choice => ({
  ...{ purpose, topic, given, textVersion },
});
const nothing = { entryId: null, facilityId: null, workerId: null, workerName: null };
const family = (age: number, proof = 'phone_code'): Reader => ({ as: 'family', proof, age });
const staff = (basis: Basis | null, change: Partial<{ accountId: string; facilityId: string; name: string }> = {}) =>
  ({ as: 'staff', basis, accountId: 'A1', facilityId: 'H1', name: '周·明', ...change }) satisfies Reader;
const open = (reader: Reader, rights: Rights = none): Opening => {
  const verdict = openingFor(reader, rights);
  if ('rule' in verdict) throw new Error(verdict.rule);
  return verdict.opening;
};
const ruleOf = (reader: Reader, rights: Rights = none) => {
  const verdict = openingFor(reader, rights);
  return 'rule' in verdict ? verdict.rule : 'open';
};

describe('what is open without a word', () => {
  test.each<[string, Reader, string, Topic[]]>([
    ['oneself: everything', { as: 'self' }, 'own', [...topics]],
    ['kin of a grown-up, with their phone as proof', family(70), 'family', ['general']],
    ['the guardian of a small child', family(8, 'guardian_declaration'), 'family', ['general']],
    ['the guardian of one who has a word of their own', family(14, 'guardian_declaration'), 'teen', ['general']],
    ['who treats today', staff('appointment'), 'staff', ['general']],
    ['who broke the glass', staff('glass'), 'staff', ['general']],
  ])('%s', (_name, reader, view, expected) => {
    const opening = open(reader);
    expect([opening.view, opening.topics]).toEqual([view, expected]);
  });

  test.each<[string, Reader, string]>([
    ['a worker without a relationship', staff(null), 'glass-needed'],
    ['a guardian whose child grew up', family(18, 'guardian_declaration'), 'proof-outgrown'],
    ['an official', { as: 'official' }, 'sums-only'],
    ['research', { as: 'research' }, 'research-closed'],
  ])('%s: %s', (_name, reader, rule) => expect(ruleOf(reader)).toBe(rule));

  it('of a minor of 14 only what protects', () => {
    expect(open(family(15, 'guardian_declaration')).types).toEqual(['AllergyIntolerance', 'Immunization']);
  });
});

describe('what a word changes', () => {
  const rights = (...choices: Choice[]): Rights => ({ choices, denials: [] });
  test.each<[string, Reader, Rights, Topic[]]>([
    [
      'a topic opened to who treats',
      staff('encounter'),
      rights(said('treatment', 'mental_health', true)),
      ['general', 'mental_health'],
    ],
    [
      'a topic opened to family is not opened to who treats',
      staff('encounter'),
      rights(said('family', 'mental_health', true)),
      ['general'],
    ],
    [
      'treatment closed: only what was written here',
      staff('appointment'),
      rights(said('treatment', 'general', false)),
      [],
    ],
    [
      'a code handed over opens all the same',
      staff('shared'),
      rights(said('treatment', 'general', false)),
      ['general'],
    ],
    [
      'an emergency, too, but no guarded topic',
      staff('glass'),
      rights(said('treatment', 'general', false)),
      ['general'],
    ],
    [
      'a teenager opens to family',
      family(16, 'guardian_declaration'),
      rights(said('family', 'general', true)),
      ['general'],
    ],
    ['research', { as: 'research' }, rights(said('research', 'general', true)), ['general']],
  ])('%s', (_name, reader, given, expected) => expect(open(reader, given).topics).toEqual(expected));

  it('closes the record to kin', () => {
    expect(ruleOf(family(70), rights(said('family', 'general', false)))).toBe('family-closed');
    expect(ruleOf(family(16, 'guardian_declaration'), rights(said('family', 'general', false)))).toBe('open');
  });

  it('a yes to older words opens nothing that is closed without one', () => {
    expect(isGiven(rights(said('research', 'general', true, 0)), 'research', 'general')).toBe(false);
    expect(isGiven(rights(said('treatment', 'general', true, 0)), 'treatment', 'general', true)).toBe(true);
  });

  it('nothing guarded, and no research, is open by default', () => {
    const openOnes = purposes.flatMap((p) => topics.filter((t) => openByDefault(p, t)).map((t) => `${p} ${t}`));
    expect(openOnes).toEqual(['treatment general', 'family general']);
  });
});

describe('whom a person keeps out', () => {
  const worker = (change: Partial<Denial>): Rights => ({
    choices: [],
    denials: [{ kind: 'worker', ...nothing, ...change }],
  });
  const named = worker({ facilityId: 'H1', workerName: '周明' });
  test.each<[string, Rights, Reader, string]>([
    ['the account that looked', worker({ workerId: 'A1', facilityId: 'H1' }), staff('appointment'), 'record-closed'],
    ['the account that looked, in an emergency too', worker({ workerId: 'A1' }), staff('glass'), 'record-closed'],
    ['not a colleague', worker({ workerId: 'A1' }), staff('appointment', { accountId: 'A2' }), 'open'],
    ['by name, however its dot is written', named, staff('shared'), 'record-closed'],
    ['by name only at that facility', named, staff('appointment', { facilityId: 'H2' }), 'open'],
  ])('%s', (_name, rights, reader, rule) => expect(ruleOf(reader, rights)).toBe(rule));

  it('a facility reads what it wrote itself, and all in an emergency', () => {
    const rights: Rights = { choices: [], denials: [{ kind: 'facility', ...nothing, facilityId: 'H1' }] };
    expect(open(staff('appointment'), rights).topics).toEqual([]);
    expect(open(staff('glass'), rights).topics).toEqual(['general']);
    expect(open(staff('appointment', { facilityId: 'H2' }), rights).topics).toEqual(['general']);
  });

  it('an entry, from all but the person, its author and an emergency', () => {
    const rights: Rights = { choices: [], denials: [{ kind: 'entry', ...nothing, entryId: 'e1' }] };
    const entry: Marked = { id: 'e1', encounterId: null, facilityId: 'H2', topic: 'general', type: 'Condition' };
    const sees = (reader: Reader) => mayRead(open(reader, rights), entry).may;
    expect(
      [
        { as: 'self' } as Reader,
        family(70),
        staff('appointment'),
        staff('appointment', { facilityId: 'H2' }),
        staff('glass'),
      ].map(sees),
    ).toEqual([...[true, false, false, true, true]]);
    expect(mayRead(open(family(70), rights), { ...entry, id: 'x', encounterId: 'e1' })).toEqual({
      may: false,
      why: 'denied',
    });
  });
});

it('whatever a person says, a reader never sees more by their no than by their yes', () => {
  const readers: Reader[] = [
    family(70),
    family(16, 'guardian_declaration'),
    staff('appointment'),
    staff('shared'),
    staff('glass'),
  ];
  const choice = fc.record({
    purpose: fc.constantFrom(...purposes),
    topic: fc.constantFrom(...topics),
    given: fc.boolean(),
    textVersion: fc.constant(1),
  });
  const seen = (reader: Reader, choices: Choice[]): string[] => {
    const verdict = openingFor(reader, { choices, denials: [] });
    if ('rule' in verdict) return [];
    const marks = topics.flatMap((topic) => ['Condition', 'Immunization'].map((type) => ({ topic, type })));
    return marks
      .filter((m) => mayRead(verdict.opening, { id: 'e', encounterId: null, facilityId: 'H9', ...m }).may)
      .map((m) => `${m.topic} ${m.type}`);
  };
  fc.assert(
    fc.property(
      fc.constantFrom(...readers),
      fc.uniqueArray(choice, { selector: (c) => `${c.purpose} ${c.topic}` }),
      fc.nat(),
      (reader, choices, n) => {
        const at = n % Math.max(1, choices.length);
        const turned = (given: boolean) => choices.map((c, i) => (i === at ? { ...c, given } : c));
        const [less, more] = [seen(reader, turned(false)), seen(reader, turned(true))];
        expect(more).toEqual(expect.arrayContaining(less));
      },
    ),
  );
});
