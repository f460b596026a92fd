import { type Guard, guard } from './guard.ts';

const rules = 'consents/rules.ts';
const scope = 'records/scope.ts';

/** Whom a procedure is for, who opens a record, and what the person decided about it. */
export const openingGuards: readonly Guard[] = [
  // whom a procedure is for
  guard('a procedure is for one kind of actor', 'trpc.ts', 'if (actor.kind !== kind) throw signIn();', '', {
    before: ['cases.', 'booking.'],
    against: ['officialOwn', 'self'],
  }),
  guard(
    'a procedure of staff is for some roles',
    'trpc.ts',
    "throw new Fault('refused', { rule: 'role-needed', params: { roles: roles.join(',') } });",
    '',
    { before: ['rules.', 'behaviour.', 'schedules.'], against: ['deskOwn'] },
  ),
  // who opens a record
  guard(
    'only kin with a link in force',
    scope,
    "if (!link) throw notFound('resident');",
    "if (!link) return { reader: { as: 'family', proof: 'phone_code', age: 40 }, ground: null };",
    { against: ['stranger'] },
  ),
  guard(
    'a link that was ended is none',
    'residents/expect-owner.ts',
    'and member_id = $2 and ended_at is null',
    'and member_id = $2',
    { against: ['stranger'] },
  ),
  guard(
    'the rule that closes a record is thrown',
    scope,
    "if ('rule' in verdict) throw refused(verdict.rule);",
    "if ('rule' in verdict) return { view: 'own', topics: ['general'], types: null, hidden: [], ownFacility: null, residentId, ground, reader: ctx.actor };",
    { against: ['kin', 'doctorThird'] },
  ),
  guard(
    'what the person decided is asked',
    scope,
    'await readAs(ctx, { asked: residentId }, (db) => findRights(db, residentId))',
    '{ choices: [], denials: [] }',
    { against: ['kin'] },
  ),
  guard(
    'only the person or a guardian decides and reads the looks',
    'residents/expect-owner.ts',
    'if (residentId === ctx.actor.residentId) return { guardian: false };',
    'return { guardian: false };',
    { before: ['cases.looks', 'cases.mine', 'consents.settings'], against: ['kin', 'stranger'] },
  ),
  guard(
    'a guardian only until the child has a word of its own',
    'residents/expect-owner.ts',
    "if (link?.proof !== 'guardian_declaration' || link.age >= familyRules.ownWordAge) return null;",
    '',
    { before: ['cases.looks', 'cases.mine', 'consents.settings'], against: ['kin'] },
  ),
  guard(
    'nobody else decides',
    'residents/expect-owner.ts',
    "if (!owner) throw notFound('resident');",
    'if (!owner) return { guardian: false };',
    { before: ['cases.looks', 'cases.mine', 'consents.settings'], against: ['stranger'] },
  ),
  // what a person decided
  guard('a choice that was taken back', rules, 'if (!choice.given) return false;', '', {
    against: ['kin', 'doctorLately'],
  }),
  guard(
    'the latest choice holds',
    'consents/find-rights.ts',
    'order by purpose, topic, at desc, id desc',
    'order by purpose, topic, at, id',
    { against: ['doctorLately'] },
  ),
  guard(
    'one purpose does not open another',
    rules,
    'one.purpose === purpose && one.topic === topic',
    'one.topic === topic',
    { against: ['kin', 'doctorLately'] },
  ),
  guard(
    'a topic has a word of its own',
    rules,
    'one.purpose === purpose && one.topic === topic',
    'one.purpose === purpose',
    { against: ['doctorLately'] },
  ),
  guard(
    'nothing guarded is open by default',
    rules,
    'guardedTopics.filter((topic) => isGiven(rights, purpose, topic))',
    'guardedTopics.filter((topic) => isGiven(rights, purpose, topic, true))',
    { against: ['doctorLately'] },
  ),
  guard(
    'family closed by the person',
    rules,
    "if (!silentTeen && !isGiven(rights, 'family', 'general', true)) return { rule: 'family-closed' };",
    '',
    { against: ['kin'] },
  ),
  guard(
    'a minor with a word of their own',
    rules,
    'const ownWord = reader.age >= familyRules.ownWordAge;',
    'const ownWord = false;',
    { against: ['guardian'] },
  ),
  guard(
    'a guardian’s proof ends with childhood',
    rules,
    "if (!minor && reader.proof === 'guardian_declaration') return { rule: 'proof-outgrown' };",
    '',
    { against: ['guardian'] },
  ),
  guard(
    'a worker who is kept out',
    rules,
    "if (rights.denials.some((denial) => isAbout(denial, reader))) return { rule: 'record-closed' };",
    '',
    { against: ['blocked'] },
  ),
  guard(
    'a worker who is kept out by name',
    rules,
    'return denial.facilityId === worker.facilityId && bare',
    'return false && bare',
    { against: ['blockedByName'] },
  ),
  guard('a worker without a relationship', rules, "if (!basis) return { rule: 'glass-needed' };", '', {
    against: ['doctorOther'],
  }),
  guard(
    'a facility that is kept out',
    rules,
    "rights.denials.some((one) => one.kind === 'facility' && one.facilityId === facilityId)",
    'false',
    { against: ['doctorShut'] },
  ),
  guard('entries that are kept back', rules, "one.kind === 'entry' && one.entryId ? [one.entryId] : []", '[]', {
    against: ['kin'],
  }),
  guard(
    'an emergency opens no guarded topic',
    rules,
    "opening: { ...common, topics: ['general', ...guarded], hidden: [] }",
    "opening: { ...common, topics: ['general', ...guardedTopics], hidden: [] }",
    { against: ['glass'] },
  ),
];
