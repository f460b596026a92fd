import type { Evidence } from '#db/schema/records.ts';
import { readIdNumber } from '../../kernel/national-id.ts';
import { compareNames, type Likeness } from './names.ts';

/** What a hospital says of its patient. */
export type PatientFacts = {
  name: string;
  otherNames: string[];
  sex: 'male' | 'female' | 'unknown';
  birthDate: string;
  idNumber: string;
};

export type Verdict = {
  state: 'linked' | 'review' | 'alone';
  rule: string;
  evidence: Evidence[];
};

const item = (what: string, outcome: Likeness): Evidence => ({ what, outcome, weight: 0 });

/**
 * The rule of the ID number: a number that is right in form, with a birth date and a name that do not speak
 * against it, links by itself. A contradiction is for people to judge; no number leaves the patient alone.
 * `knownNames`: under which names the number is known here already, none if this is the first to tell of it.
 */
export function judgeByNumber(patient: PatientFacts, knownNames: readonly string[], today: string): Verdict {
  if (!patient.idNumber) return { state: 'alone', rule: 'no-id-number', evidence: [item('id-number', 'unknown')] };
  const facts = readIdNumber(patient.idNumber, today);
  if (!facts.ok) return { state: 'alone', rule: 'id-number-unreadable', evidence: [item('id-number', 'unknown')] };
  const evidence = [
    item('id-number', 'same'),
    item('birth-date', sameOrNot(patient.birthDate, facts.birthDate)),
    item('sex', patient.sex === 'unknown' ? 'unknown' : sameOrNot(patient.sex, facts.sex)),
    item('name', bestLikeness([patient.name, ...patient.otherNames], knownNames)),
  ];
  const against = evidence.find((one) => one.outcome === 'different');
  if (against) return { state: 'review', rule: `id-number-but-${against.what}`, evidence };
  return { state: 'linked', rule: knownNames.length > 0 ? 'id-number-and-name' : 'id-number-first', evidence };
}

const sameOrNot = (told: string, known: string): Likeness =>
  !told ? 'unknown' : told === known ? 'same' : 'different';

const order: Likeness[] = ['same', 'similar', 'different', 'unknown'];

function bestLikeness(told: readonly string[], known: readonly string[]): Likeness {
  const found = new Set(told.flatMap((a) => known.map((b) => compareNames(a, b))));
  return order.find((one) => found.has(one)) ?? 'unknown';
}
