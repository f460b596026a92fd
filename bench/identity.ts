import { comparePortraits } from '#server/records/identity/match/compare.ts';
import { thresholds } from '#server/records/identity/match/weights.ts';
import { makePeople, recipe } from './identity/people.ts';
import { errors, register } from './identity/registrations.ts';
import { Registry } from './identity/registry.ts';
import { countByKind, none, type Tally } from './identity/score.ts';
import type { BenchOptions, Result } from './result.ts';

/** Weights and thresholds were chosen on the people of `train` and `train2`; the figures are of people never looked at. */
const heldOut = 'held-out';
const people = 100_000;

/** How safely and how completely hospitals' patients are recognised, on invented people with the errors of real desks. */
export async function benchIdentity({ note }: BenchOptions): Promise<Result[]> {
  const seed = process.env.IDENTITY_SEED ?? heldOut;
  const registrations = register(seed, makePeople(seed, people));
  note(
    `${people.toLocaleString('en')} people, ${registrations.length.toLocaleString('en')} registrations, seed ${seed} …`,
  );
  note(`People: ${JSON.stringify(recipe)}`);
  note(`Share of registrations with an error: ${JSON.stringify(errors)}`);
  const registry = new Registry();
  const began = performance.now();
  for (const one of registrations) registry.add(one);
  const each = ((performance.now() - began) * 1000) / registrations.length;
  // twice, so that who followed somebody into a record is judged again after them
  registry.judgeAgain();
  registry.judgeAgain();
  const asked = registry.placed.filter((one) => one.decision.state === 'review').length / registrations.length;
  return [
    ...shares(countByKind(registry)),
    figure(
      'identity.review',
      asked,
      `of registrations are laid before people; links from ${thresholds.link} bits, questions from ${thresholds.review}`,
    ),
    {
      name: 'identity.us_per_registration',
      value: each,
      unit: 'µs',
      detail: `portrait, keys, candidates (at most ${registry.widest} under a key) and decision`,
    },
    speed(registry),
  ];
}

const figure = (name: string, value: number, detail: string): Result => ({ name, value, unit: '', detail });
const percent = (part: number, whole: number) => `${(share(part, whole) * 100).toFixed(3)} %`;
const share = (part: number, whole: number) => (whole === 0 ? Number.NaN : part / whole);

function shares(tallies: Map<string, Tally>): Result[] {
  const total = none();
  for (const one of tallies.values()) for (const key of Object.keys(total) as (keyof Tally)[]) total[key] += one[key];
  return [['', total] as const, ...tallies].flatMap(([kind, one]) => {
    const suffix = kind ? `.${kind}` : '';
    const right = one.links - one.wrong;
    return [
      figure(
        `identity.precision${suffix}`,
        share(right, one.links),
        `${one.wrong} wrong of ${one.links} automatic links into a record that had papers (${percent(right, one.links)})`,
      ),
      figure(
        `identity.recall${suffix}`,
        share(one.found, one.wanted),
        `automatic: ${one.found} of ${one.wanted} later registrations stand in the person's record (${percent(one.found, one.wanted)})`,
      ),
      figure(
        `identity.recall_with_review${suffix}`,
        share(one.found + one.asked, one.wanted),
        `${one.asked} more are laid before people beside the right person (${percent(one.found + one.asked, one.wanted)})`,
      ),
    ];
  });
}

function speed({ placed }: Registry): Result {
  const pairs = 400_000;
  const began = performance.now();
  for (let i = 0; i < pairs; i += 1) {
    const [a, b] = [placed[i % placed.length], placed[(i * 7919) % placed.length]];
    if (a && b) comparePortraits(a.portrait, b.portrait);
  }
  return {
    name: 'identity.pairs_per_second',
    value: (pairs * 1000) / (performance.now() - began),
    unit: '/s',
    detail: 'portraits compared, one thread',
  };
}
