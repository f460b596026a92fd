/** FHIR's prefixes of dates and numbers: equal, not, greater, less, …, starts after, ends before, about. */
export type Comparison = 'eq' | 'ne' | 'gt' | 'lt' | 'ge' | 'le' | 'sa' | 'eb' | 'ap';

/** One thing asked of entries; of `any` one must hold. Names are those of FHIR's search parameters. */
export type Criterion =
  /** A system of null is any; a code of '' is any of its system. */
  | { kind: 'token'; name: string; any: { system: string | null; code: string }[] }
  /** What an entry refers to, by its hospital's own id: `Observation/7`. */
  | { kind: 'reference'; name: string; facilityId: string; any: string[] }
  | { kind: 'encounter'; any: string[] }
  | { kind: 'id'; any: string[] }
  | { kind: 'string'; name: string; match: 'starts' | 'contains' | 'exact'; any: string[] }
  /** `main`: the parameter says when it happened (`when` of its type), so that the columns of time answer, too. */
  | { kind: 'date'; name: string; is: Comparison; from: Date; to: Date; main: boolean }
  /** By our clock. */
  | { kind: 'updated'; is: Comparison; from: Date; to: Date }
  /** Numbers as text, exact; `low` and `high` bound what rounds to `value`. A unit of '' is any. */
  | {
      kind: 'quantity';
      name: string;
      is: Comparison;
      value: string;
      low: string;
      high: string;
      system: string;
      unit: string;
    };

/** Entries of these types for which all criteria hold. */
export type EntrySearch = { types: readonly string[]; all: readonly Criterion[] };

/** Gives a value its place among a statement's parameters, as `$7::text[]`. */
export type Bind = (value: unknown, type: string) => string;
