import type { Stamp, Topic } from './rules.ts';

/** A resource of a person's record in the platform's words; ids are the hospital's own. */
export type Told = Stamp & {
  type: string;
  sourceId: string;
  patient: string;
  encounter: string | null;
  startsAt: Date | null;
  endsAt: Date | null;
  status: string;
  code: string;
  title: string;
  topic: Topic;
  /** What it is found by being equal to, as `parameter=system|code`. */
  search: string[];
  /** What a search compares, by its parameter: spans of time, measures, words. */
  values: object;
  /** What screens show; read anew whenever the resource is. */
  facts: object;
  /** What its hospital should improve. */
  findings: string[];
  /** Its own code, as system|code, that stands for none that all know; '' if there is no such. */
  gap: string;
  gapLabel: string;
  /** JSON as received, decimals exact. */
  body: string;
};

/** The same with where it goes; `count` is our version of it. */
export type Placed = Told & { id: string; residentId: string; encounterId: string | null; count: number };
