import { createHash } from 'node:crypto';
import { type Candidate, type Decision, decide } from '#server/records/identity/match/decide.ts';
import { keysOf } from '#server/records/identity/match/keys.ts';
import { type Portrait, portray } from '#server/records/identity/match/portrait.ts';
import { today } from './people.ts';
import type { Registration } from './registrations.ts';

export type Placed = {
  index: number;
  registration: Registration;
  portrait: Portrait;
  residentId: string;
  decision: Decision;
};

const most = 200;

/** The intake's way of placing people, with maps in place of tables: found by keys, decided, and decided again later. */
export class Registry {
  readonly placed: Placed[] = [];
  private readonly byKey = new Map<string, number[]>();
  private readonly members = new Map<string, Set<number>>();
  widest = 0;

  add(registration: Registration): void {
    const index = this.placed.length;
    const portrait = withKin(portray(registration.facts, today));
    const one: Placed = { index, registration, portrait, residentId: `own ${index}`, decision: nobody };
    this.placed.push(one);
    this.judge(one);
    for (const key of keysOf(portrait, 'keep')) {
      const list = this.byKey.get(key);
      if (list) list.push(index);
      else this.byKey.set(key, [index]);
    }
  }

  /** What is in no record of a number yet, or in one by its number alone, is judged again with all that is known now, as the job does after news. */
  judgeAgain(): void {
    for (const one of this.placed) {
      const byNumber = one.residentId.startsWith('number') && one.decision.rule !== 'id-number-first';
      if (!byNumber && !one.registration.registered) this.judge(one);
    }
  }

  private judge(one: Placed): void {
    const { portrait, index } = one;
    const owner = portrait.proven ? `number ${portrait.idNumber}` : `own ${index}`;
    const found = this.candidates(one);
    const signedUp: Decision = { ...nobody, state: 'linked', rule: 'id-number-first', residentId: owner };
    one.decision = one.registration.registered ? signedUp : decide(portrait, found, owner, today);
    const into = one.decision.state === 'linked' ? (one.decision.residentId ?? owner) : `own ${index}`;
    this.members.get(one.residentId)?.delete(index);
    one.residentId = into;
    const members = this.members.get(into) ?? new Set();
    this.members.set(into, members.add(index));
  }

  private candidates({ portrait, index }: Placed): Candidate[] {
    const residents = new Set<string>();
    for (const key of keysOf(portrait, 'search')) {
      const list = this.byKey.get(key) ?? [];
      this.widest = Math.max(this.widest, list.length);
      if (list.length <= most) for (const other of list) residents.add(this.placed[other]?.residentId ?? '');
    }
    return [...residents].flatMap((residentId) => {
      const others = [...(this.members.get(residentId) ?? [])].filter((other) => other !== index);
      const portraits = others.flatMap((other) => this.placed[other]?.portrait ?? []);
      return portraits.length > 0 ? [{ residentId, portraits }] : [];
    });
  }

  /** Whose record each is: the owner's of its number, else of the first whose papers lie in it. */
  founders(): Map<string, number> {
    const founders = new Map<string, number>();
    for (const { residentId, registration } of this.placed)
      if (!founders.has(residentId)) founders.set(residentId, registration.truth.id);
    for (const { residentId, registration } of this.placed) {
      if (residentId === `number ${registration.truth.idNumber}`) founders.set(residentId, registration.truth.id);
    }
    return founders;
  }
}

const nobody: Decision = { state: 'alone', rule: 'no-id-number', residentId: null, score: null, evidence: [] };

/** The product keeps a parent's number as a keyed hash only; here any digest will do. */
const withKin = (portrait: Portrait): Portrait =>
  portrait.kinNumber
    ? { ...portrait, kinNumbers: [...portrait.kinNumbers, createHash('sha1').update(portrait.kinNumber).digest('hex')] }
    : portrait;
