import { describe, expect, it } from 'vitest';
import {
  canDecide,
  canEdit,
  canMove,
  canPropose,
  canRollBack,
  comingVersion,
  liveVersion,
  type VersionFacts,
} from './rules.ts';
import type { RuleState } from './schema.ts';

const day = (n: number) => new Date(Date.UTC(2026, 0, n));
const of = (version: number, state: RuleState, over: Partial<VersionFacts> = {}): VersionFacts => ({
  ...{ version, state, shipped: false, authorId: 'a', proposedBy: state === 'draft' ? null : 'a', ends: false },
  liveFrom: state === 'approved' || state === 'rolled-back' ? day(version) : null,
  ...over,
});

describe('states of a version', () => {
  it.each<[RuleState, RuleState, boolean]>([
    ['draft', 'proposed', true],
    ['draft', 'approved', false],
    ['draft', 'withdrawn', true],
    ['proposed', 'approved', true],
    ['proposed', 'draft', true],
    ['proposed', 'withdrawn', false],
    ['approved', 'rolled-back', true],
    ['approved', 'draft', false],
    ['rolled-back', 'approved', false],
    ['withdrawn', 'draft', false],
  ])('%s to %s: %s', (from, to, may) => expect(canMove(from, to)).toBe(may));
});

describe('who may do what', () => {
  it('takes a second person, who neither wrote nor proposed it', () => {
    expect(canDecide(of(2, 'proposed'), 'b')).toEqual({ can: true, rule: null });
    expect(canDecide(of(2, 'proposed'), 'a').rule).toBe('guide-second-person');
    expect(canDecide(of(2, 'proposed', { authorId: 'b' }), 'b').rule).toBe('guide-second-person');
    expect(canDecide(of(2, 'draft'), 'b').rule).toBe('guide-not-proposed');
    expect(canDecide(of(2, 'approved'), 'b').rule).toBe('guide-not-proposed');
  });
  it('changes no version that waits for its second person, and proposes only drafts', () => {
    expect(canEdit(undefined).can).toBe(true);
    expect(canEdit(of(2, 'approved')).can).toBe(true);
    expect(canEdit(of(2, 'proposed')).rule).toBe('guide-waits-for-second');
    expect(canPropose(of(2, 'proposed')).rule).toBe('guide-not-draft');
  });
  it('rolls back what clinicians approved, never what came with the program', () => {
    expect(canRollBack(of(2, 'approved')).can).toBe(true);
    expect(canRollBack(of(1, 'approved', { shipped: true })).rule).toBe('guide-first-version');
    expect(canRollBack(of(2, 'proposed')).rule).toBe('guide-not-live');
    expect(canRollBack(undefined).rule).toBe('guide-not-live');
  });
});

describe('which version applies', () => {
  const versions = [of(1, 'approved'), of(3, 'approved'), of(5, 'rolled-back'), of(9, 'approved'), of(10, 'draft')];
  it.each([
    [0, null, 9],
    [1, 1, 9],
    [2, 1, 9],
    [3, 3, 9],
    [6, 3, 9],
    [9, 9, null],
  ])('on day %i version %s, coming %s', (n, live, coming) => {
    expect(liveVersion(versions, day(n))?.version ?? null).toBe(live);
    expect(comingVersion(versions, day(n))?.version ?? null).toBe(coming);
  });
  it('an earlier version that was to come later no longer comes', () => {
    const late = [of(2, 'approved', { liveFrom: day(20) }), of(3, 'approved')];
    expect(liveVersion(late, day(25))?.version).toBe(3);
    expect(comingVersion(late, day(5))).toBeUndefined();
  });
});
