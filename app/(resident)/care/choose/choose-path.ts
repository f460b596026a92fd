import type { Weights } from '#server/navigation/schema/choose.ts';
import { regionOf } from '../origin.ts';

/** What the address of the hospital choice says: the department and what counts, never what was told. */
export type Choice = {
  code: string;
  /** Id of a person of the family; empty for anybody else. */
  person: string;
  region: string;
  weights: Weights;
  view: 'list' | 'map';
  cursor: string;
};

type Query = Record<string, string | string[] | undefined>;
export const components = ['travel', 'wait', 'cost', 'capability'] as const;
/** Steps of the control; an address may hold any number from 0 to 100. */
export const levels = { none: 0, some: 50, much: 100 } as const;
const usual: Weights = { travel: 50, wait: 50, cost: 50, capability: 50 };

export function readChoice(query: Query): Choice {
  const text = (name: string, form: RegExp) => {
    const value = query[name];
    return typeof value === 'string' && form.test(value) ? value : '';
  };
  const weight = (name: (typeof components)[number]) => {
    const value = text(name, /^\d{1,3}$/);
    return value === '' ? usual[name] : Math.min(100, Number(value));
  };
  return {
    code: text('code', /^\d{2}(\.\d{2})?$/),
    person: text('person', /^[0-9a-f-]{36}$/),
    region: regionOf(query),
    weights: { travel: weight('travel'), wait: weight('wait'), cost: weight('cost'), capability: weight('capability') },
    view: query.view === 'map' ? 'map' : 'list',
    cursor: text('cursor', /^.{1,60}$/),
  };
}

/** The address of a choice; what is as usual is left out. */
export function choosePath(choice: Partial<Choice> & { code: string }): string {
  const { code, person, region, view, cursor, weights } = choice;
  const query = new URLSearchParams({ code });
  for (const name of components) {
    const weight = weights?.[name];
    if (weight !== undefined && weight !== usual[name]) query.set(name, String(weight));
  }
  for (const [name, value] of Object.entries({ region, person, cursor })) if (value) query.set(name, value);
  if (view === 'map') query.set('view', 'map');
  return `/care/choose?${query}`;
}

/** The step of the control that a weight lies nearest to. */
export function levelOf(weight: number): keyof typeof levels {
  if (weight < 25) return 'none';
  return weight < 75 ? 'some' : 'much';
}
