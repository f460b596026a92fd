import { familyRules } from '../residents/rules.ts';
import { type GuardedTopic, guardedTopics, type Purpose, type Topic } from './schema.ts';

/** Version of the words of each purpose; a yes to older words no longer opens anything that is closed by default. */
export const textVersions: Record<Purpose, number> = { treatment: 1, family: 1, area: 1, research: 1 };

/**
 * Days after a visit in which its facility treats, days after a request at its desk in which a centre serves who lives
 * around it, hours of an emergency and of a code, by the day they hold from (our proposal, 2026).
 */
export const accessRules = [
  { from: '2026-01-01', encounterDays: 30, areaDays: 365, glassHours: 4, shareHours: [1, 24, 72] },
] as const;
export const accessRulesOn = (day: string) => accessRules.findLast((one) => one.from <= day) ?? accessRules[0];

/** What a minor who speaks for themselves keeps open to a guardian without a word: what protects in an emergency. */
const safetyTypes = ['AllergyIntolerance', 'Immunization'];
/** What a centre sees of who lives in its area: enough to care, not what was found and said elsewhere. */
const areaTypes = [...safetyTypes, 'Condition', 'MedicationRequest', 'MedicationStatement'];

export type Choice = { purpose: Purpose; topic: Topic; given: boolean; textVersion: number };
export type Denial = {
  kind: 'entry' | 'facility' | 'worker';
  entryId: string | null;
  facilityId: string | null;
  workerId: string | null;
  workerName: string | null;
};
/** All that a person has decided about the record: the latest choice of each purpose and topic, denials in force. */
export type Rights = { choices: readonly Choice[]; denials: readonly Denial[] };

export type Basis = 'appointment' | 'encounter' | 'shared' | 'glass' | 'area';
type Worker = { accountId: string; facilityId: string; name: string };
export type Reader =
  | { as: 'self' }
  | { as: 'family'; proof: string; age: number }
  | ({ as: 'staff'; basis: Basis | null } & Worker)
  | { as: 'research' }
  | { as: 'review' }
  /** `accountId`: while a case is open that lets this official see whose it is. */
  | { as: 'official'; accountId?: string | null };

/** What of a record is open to one reader now. */
export type Opening = {
  readonly view: 'own' | 'family' | 'teen' | 'staff';
  readonly topics: readonly Topic[];
  /** Null: every kind of entry. */
  readonly types: readonly string[] | null;
  /** Entries that the person keeps from others, and what belongs to them. */
  readonly hidden: readonly string[];
  /** What this facility wrote itself lies in its own books: its staff see it in any case. */
  readonly ownFacility: string | null;
};
export type Verdict = { opening: Opening } | { rule: string };

/** Whether the person's word opens a topic for a purpose: the latest choice, else what holds without one. */
export function isGiven({ choices }: Rights, purpose: Purpose, topic: Topic, byDefault = false): boolean {
  const choice = choices.find((one) => one.purpose === purpose && one.topic === topic);
  if (!choice) return byDefault;
  if (!choice.given) return false;
  return byDefault || choice.textVersion >= textVersions[purpose];
}

/** Purposes that need no word for what is not guarded: treatment by those who treat, and kin with proof (B25). */
export const openByDefault = (purpose: Purpose, topic: Topic): boolean =>
  topic === 'general' && (purpose === 'treatment' || purpose === 'family');

const guardedFor = (rights: Rights, purpose: Purpose): GuardedTopic[] =>
  guardedTopics.filter((topic) => isGiven(rights, purpose, topic));
const hiddenEntries = (rights: Rights): string[] =>
  rights.denials.flatMap((one) => (one.kind === 'entry' && one.entryId ? [one.entryId] : []));

/** The one decision about a record as a whole: what is open to this reader, or the rule that closes it. */
export function openingFor(reader: Reader, rights: Rights): Verdict {
  const all = { types: null, hidden: hiddenEntries(rights), ownFacility: null };
  switch (reader.as) {
    case 'self':
      return { opening: { ...all, view: 'own', topics: ['general', ...guardedTopics], hidden: [] } };
    case 'family':
      return openingForFamily(reader, rights);
    case 'staff':
      return openingForStaff(reader, rights);
    case 'research': {
      if (!isGiven(rights, 'research', 'general')) return { rule: 'research-closed' };
      const topics: Topic[] = ['general', ...guardedFor(rights, 'research')];
      return { opening: { ...all, view: 'staff', topics } };
    }
    case 'review':
      return { opening: { ...all, view: 'staff', topics: ['general'] } };
    case 'official': {
      if (!reader.accountId) return { rule: 'sums-only' };
      if (rights.denials.some((one) => one.kind === 'worker' && one.workerId === reader.accountId))
        return { rule: 'record-closed' };
      return { opening: { ...all, view: 'staff', topics: ['general'] } };
    }
  }
}

function openingForFamily(reader: Extract<Reader, { as: 'family' }>, rights: Rights): Verdict {
  const minor = reader.age < familyRules.guardianMinAge;
  if (!minor && reader.proof === 'guardian_declaration') return { rule: 'proof-outgrown' };
  const ownWord = reader.age >= familyRules.ownWordAge;
  const silentTeen = minor && ownWord && !isGiven(rights, 'family', 'general');
  if (!silentTeen && !isGiven(rights, 'family', 'general', true)) return { rule: 'family-closed' };
  const topics: Topic[] = silentTeen ? ['general'] : ['general', ...guardedFor(rights, 'family')];
  const types = silentTeen ? safetyTypes : null;
  return {
    opening: { view: silentTeen ? 'teen' : 'family', topics, types, hidden: hiddenEntries(rights), ownFacility: null },
  };
}

function openingForStaff(reader: Extract<Reader, { as: 'staff' }>, rights: Rights): Verdict {
  if (rights.denials.some((denial) => isAbout(denial, reader))) return { rule: 'record-closed' };
  const { basis, facilityId } = reader;
  if (!basis) return { rule: 'glass-needed' };
  const common = { view: 'staff', types: null, ownFacility: facilityId } as const;
  const guarded = guardedFor(rights, 'treatment');
  // an emergency opens what the person keeps from others too, but a guarded topic only by its own word
  if (basis === 'glass') return { opening: { ...common, topics: ['general', ...guarded], hidden: [] } };
  const shut = rights.denials.some((one) => one.kind === 'facility' && one.facilityId === facilityId);
  const open = basis === 'shared' || (!shut && isGiven(rights, 'treatment', 'general', true));
  // by area a summary, if anything; nothing guarded, whoever wrote it and whatever was opened to who treats
  if (basis === 'area' && !open) return { rule: 'glass-needed' };
  if (basis === 'area')
    return {
      opening: { ...common, types: areaTypes, topics: ['general'], hidden: hiddenEntries(rights), ownFacility: null },
    };
  const topics: Topic[] = open ? ['general', ...guarded] : [];
  return { opening: { ...common, topics, hidden: hiddenEntries(rights) } };
}

const bare = (name: string) => name.replace(/[\s·•・.]/g, '').toLowerCase();

/** Whether a denial names this worker: by the account that was seen looking, or by facility and name. */
export function isAbout(denial: Denial, worker: Worker): boolean {
  if (denial.kind !== 'worker') return false;
  if (denial.workerId) return denial.workerId === worker.accountId;
  return denial.facilityId === worker.facilityId && bare(denial.workerName ?? '') === bare(worker.name);
}

/** Of an entry, all that decides who sees it. */
export type Marked = { id: string; encounterId: string | null; facilityId: string; topic: Topic; type: string };
export type Sight = { may: true } | { may: false; why: 'topic' | 'type' | 'denied' | 'outside' };

/** Whether an entry of an opened record shows; `visible` in records/visible.ts says the same to the database. */
export function mayRead(opening: Opening, entry: Marked): Sight {
  if (opening.types && !opening.types.includes(entry.type)) return { may: false, why: 'type' };
  if (entry.facilityId === opening.ownFacility) return { may: true };
  if (opening.topics.length === 0) return { may: false, why: 'outside' };
  if (!opening.topics.includes(entry.topic)) return { may: false, why: 'topic' };
  const denied = [entry.id, entry.encounterId].some((id) => id !== null && opening.hidden.includes(id));
  return denied ? { may: false, why: 'denied' } : { may: true };
}
