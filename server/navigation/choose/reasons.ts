import type { Component, ReasonView, Weights } from '../schema/choose.ts';
import { components, type Measures, sharesOf } from './rank.ts';

/** The best of all places listed, by which a reason says "nearest of all" or "so much dearer". */
export type Best = { minutes: number | null; days: number | null; ownFen: number | null; capability: number };

type Told = { measures: Measures; parts: Record<Component, number>; km: number | null; date: string | null };

/** Two things that speak for a place and one that one gives up are as much as anybody reads. */
const forMost = 2;
const againstMost = 1;
/** A component below this share of the weights is not worth a sentence. */
const worthSaying = 0.1;

/**
 * Why this place stands where it stands, heaviest first: of the sides that the person weighs most, those on
 * which it does well, and the one on which it does worst. Other weights, other words.
 */
export function reasonsOf(told: Told, best: Best, weights: Weights): ReasonView[] {
  const shares = sharesOf(weights);
  const said = components
    .filter((component) => shares[component] >= worthSaying)
    .flatMap((component) => {
      const found = sentences[component](told, best);
      return found
        ? [{ ...found, component, heft: shares[component] * heftOf(found.tone, told.parts[component]) }]
        : [];
    })
    .sort((a, b) => b.heft - a.heft);
  const take = (tone: ReasonView['tone'], most: number) => said.filter((one) => one.tone === tone).slice(0, most);
  return [...take('for', forMost), ...take('against', againstMost)].map(({ heft: _, ...reason }) => reason);
}

const heftOf = (tone: ReasonView['tone'], part: number): number => (tone === 'for' ? part : 100 - part);

type Sentence = Omit<ReasonView, 'component'> | null;
const say = (tone: ReasonView['tone'], id: string, params: ReasonView['params'] = {}): Sentence => ({
  id,
  tone,
  params,
});

const near = 45;
const soonDays = 2;
const dearer = 2000;

const sentences: Record<Component, (told: Told, best: Best) => Sentence> = {
  travel: ({ measures: { minutes }, km }, best) => {
    if (minutes === null || km === null) return null;
    if (minutes === best.minutes) return say('for', 'nearest', { minutes, km });
    if (minutes <= near) return say('for', 'near', { minutes, km });
    return say('against', 'far', { minutes, km });
  },
  wait: ({ measures: { days }, date }, best) => {
    if (days === null || date === null) return say('against', 'no-number');
    if (days === best.days) return say('for', days === 0 ? 'today' : 'earliest', { days, date });
    if (days <= soonDays) return say('for', 'soon', { days, date });
    return say('against', 'wait', { days, date, more: days - (best.days ?? days) });
  },
  cost: ({ measures: { ownFen } }, best) => {
    if (ownFen === null || best.ownFen === null) return null;
    if (ownFen === best.ownFen) return say('for', 'cheapest', { fen: ownFen });
    const more = ownFen - best.ownFen;
    return more < dearer ? say('for', 'fair', { fen: ownFen }) : say('against', 'dearer', { fen: ownFen, more });
  },
  capability: ({ measures, parts }, best) => {
    const { level } = measures;
    if (measures.specialist) return say('for', 'specialist', { level });
    if (parts.capability === best.capability) return say('for', 'strongest', { level });
    return level >= 3 ? say('for', 'strong', { level }) : say('against', 'basic', { level });
  },
};
