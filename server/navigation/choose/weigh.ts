import { daysUntil, type Earliest } from '../find-earliest.ts';
import type { Origin } from '../find-origin.ts';
import type { Tariff } from '../find-tariff.ts';
import { ownShareOf } from '../own-share.ts';
import type { ChoiceRow, ChooseInput, Component } from '../schema/choose.ts';
import { travelOf } from '../travel.ts';
import { type Candidate, isSpecialist } from './candidates.ts';
import { eligibilityOf } from './eligibility.ts';
import { type Measures, partsOf, scoreOf } from './rank.ts';

export type Facts = { earliest: Map<string, Earliest>; tariff: Tariff; origin: Origin | null; today: string };
export type Ranked = Omit<ChoiceRow, 'reasons' | 'doctors' | 'capability'> & { measures: Measures };

/** One hospital with its four sides in natural units, and its score under the weights. */
export function weigh(
  { code, ...place }: Candidate,
  { weights, ageYears, sex }: ChooseInput,
  { earliest, tariff, origin, today }: Facts,
): Ranked {
  const first = earliest.get(place.departmentId) ?? null;
  const travel = travelOf(origin?.point ?? null, place);
  const share = ownShareOf(tariff.get(place.level), first?.feeFen ?? null);
  const days = first ? daysUntil(today, first.date) : null;
  const specialist = isSpecialist(place.type, code);
  const { level, grade } = place;
  const measures: Measures = {
    ...{ minutes: travel?.minutes ?? null, days, ownFen: share?.ownFen ?? null },
    ...{ level, grade, specialist },
  };
  const parts = partsOf(measures);
  return {
    ...place,
    travel,
    earliest: first && days !== null ? { ...withoutDepartment(first), days } : null,
    share,
    score: scoreOf(parts, weights),
    parts: rounded(parts),
    eligible: eligibilityOf(code, { ageYears, sex }),
    measures,
  };
}

const withoutDepartment = ({ departmentId: _, ...rest }: Earliest) => rest;
const rounded = (parts: Record<Component, number>): Record<Component, number> => ({
  travel: Math.round(parts.travel),
  wait: Math.round(parts.wait),
  cost: Math.round(parts.cost),
  capability: Math.round(parts.capability),
});
