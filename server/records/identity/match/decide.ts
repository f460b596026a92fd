import type { Evidence } from '#db/schema/records.ts';
import { readIdNumber } from '../../../kernel/national-id.ts';
import { type Bar, type Comparison, comparePortraits } from './compare.ts';
import type { NameLevel } from './compare-fields.ts';
import type { Portrait } from './portrait.ts';
import { thresholds, weights } from './weights.ts';

/** A record, and all that is known of its person: at sign-up and at hospitals whose patients are linked to it. */
export type Candidate = { residentId: string; portraits: readonly Portrait[] };

export type Rule =
  | Bar
  | 'id-number-first'
  | 'id-number-and-name'
  | 'id-number-but-name'
  | 'id-number-but-birth-date'
  | 'id-number-but-sex'
  | 'id-number-nearly'
  | 'likeness'
  | 'two-alike'
  | 'not-enough'
  | 'no-id-number'
  | 'id-number-unreadable';

/** Into whose record; for a review, whose it may be; null for nobody's that is known. */
export type Decision = {
  state: 'linked' | 'review' | 'alone';
  rule: Rule;
  residentId: string | null;
  score: number | null;
  evidence: Evidence[];
};

type Ranked = Comparison & { candidate: Candidate; barred: Bar | null };

/**
 * Whose record a patient's belongs to. A number that is right in form, with a name and a birth date that do not
 * speak against it, decides by itself; without one, likeness decides from a threshold on, if nobody else is
 * nearly as alike and nothing bars it. `owner` is the record of the patient's number, whether or not it exists yet.
 */
export function decide(patient: Portrait, candidates: readonly Candidate[], owner: string, today: string): Decision {
  const ranked = candidates.map((candidate) => rank(patient, candidate)).sort(surest);
  if (patient.proven) return byNumber(patient, ranked, owner, today);
  const [top, ...rest] = ranked;
  const alone = patient.idNumber ? 'id-number-unreadable' : 'no-id-number';
  if (!top || top.score < thresholds.review)
    return { state: 'alone', rule: alone, residentId: null, score: top?.score ?? null, evidence: top?.evidence ?? [] };
  const against = top.barred ?? (top.score < thresholds.link ? 'not-enough' : rival(top, rest));
  return said(against ? 'review' : 'linked', against ?? 'likeness', top);
}

const said = (state: Decision['state'], rule: Rule, { candidate, score, evidence }: Ranked): Decision => ({
  ...{ state, rule, score, evidence },
  residentId: candidate.residentId,
});

/** Whose number is known goes first among those alike enough, so that papers gather where the number is. */
const surest = (a: Ranked, b: Ranked): number => Number(isSure(b)) - Number(isSure(a)) || b.score - a.score;

const isSure = ({ score, barred, candidate }: Ranked): boolean =>
  score >= thresholds.link && !barred && candidate.portraits.some((one) => one.proven);

/** What the papers of one record say is compared together; what bars counts wherever it was seen. */
function rank(patient: Portrait, candidate: Candidate): Ranked {
  const all = pooled(candidate.portraits).map((one) => comparePortraits(patient, one));
  const best = all.reduce((a, b) => (b.score > a.score ? b : a));
  const bar = all.flatMap((one) => one.bars.filter((it) => it === 'numbers-differ' || it === 'twins-differ'))[0];
  return { ...best, candidate, barred: bar ?? best.bars[0] ?? null };
}

/** One hospital knows the telephone, another the village: each paper with the names, phones and places of all. */
function pooled(papers: readonly Portrait[]): Portrait[] {
  if (papers.length < 2) return [...papers];
  const together = {
    names: papers.flatMap((one) => one.names),
    phones: papers.flatMap((one) => one.phones),
    places: papers.flatMap((one) => one.places),
    kin: papers.flatMap((one) => one.kin),
    kinNumbers: papers.flatMap((one) => one.kinNumbers),
  };
  return papers.map((one) => ({ ...one, ...together }));
}

/** Somebody else nearly as alike, unless the two are plainly one person whose papers have not met yet. */
function rival(top: Ranked, rest: readonly Ranked[]): Rule | null {
  const close = rest.filter((one) => one.score > top.score - thresholds.lead && one.score >= thresholds.review);
  const another = close.find(({ candidate }) => {
    const against = candidate.portraits.map((one) => rank(one, top.candidate));
    return !against.some((one) => one.score >= thresholds.link && !one.barred);
  });
  return another ? 'two-alike' : null;
}

const agree: readonly (NameLevel | null)[] = ['same', 'sound', 'near', null];

function byNumber(patient: Portrait, ranked: readonly Ranked[], owner: string, today: string): Decision {
  const known = ranked.find(({ candidate }) => candidate.residentId === owner);
  const evidence = known?.evidence ?? ownEvidence(patient, today);
  const of = (state: Decision['state'], rule: Rule): Decision => ({
    state,
    rule,
    residentId: owner,
    score: known?.score ?? null,
    evidence,
  });
  const against = contradiction(patient, today);
  if (against && !(known && bestName(patient, known) === 'same' && known.score >= thresholds.link))
    return of('review', against);
  if (known && !agree.includes(bestName(patient, known))) return of('review', 'id-number-but-name');
  if (known) return of('linked', 'id-number-and-name');
  const nearly = ranked.find(
    (one) =>
      one.number === 'different' && one.score - weights.idNumber.different >= thresholds.link && isNearly(patient, one),
  );
  return nearly ? said('review', 'id-number-nearly', nearly) : of('linked', 'id-number-first');
}

/** What the hospital says beside the number against what the number says itself. */
function contradiction(patient: Portrait, today: string): Rule | null {
  const facts = readIdNumber(patient.idNumber, today);
  if (!facts.ok) return null;
  if (patient.birthDate && patient.birthDate !== facts.birthDate) return 'id-number-but-birth-date';
  return patient.sex !== 'unknown' && patient.sex !== facts.sex ? 'id-number-but-sex' : null;
}

const bestName = (patient: Portrait, { candidate, name }: Ranked): NameLevel | null => {
  const levels = candidate.portraits.map((one) => comparePortraits(patient, one).name);
  return agree.find((level) => levels.includes(level)) ?? name;
};

/** Two digits typed wrongly can make a number that is right in form again: one in eleven does. */
function isNearly(patient: Portrait, { candidate }: Ranked): boolean {
  const odd = (other: string) => [...other].filter((one, i) => one !== patient.idNumber[i]).length;
  return candidate.portraits.some((one) => one.proven && odd(one.idNumber) <= 2);
}

/** For the first to tell of a number: it is compared with what the number says itself. */
function ownEvidence(patient: Portrait, today: string): Evidence[] {
  const facts = readIdNumber(patient.idNumber, today);
  const outcome = (told: string, read: string): Evidence['outcome'] =>
    !told || told === 'unknown' ? 'unknown' : told === read ? 'same' : 'different';
  return [
    { what: 'id-number', outcome: 'same', weight: 0 },
    { what: 'birth-date', outcome: outcome(patient.birthDate, facts.ok ? facts.birthDate : ''), weight: 0 },
    { what: 'sex', outcome: outcome(patient.sex, facts.ok ? facts.sex : ''), weight: 0 },
    { what: 'name', outcome: 'unknown', weight: 0 },
  ];
}
