import { clinicalTypes } from '../resources/clinical/shapes.ts';
import distilled from './r4.json' with { type: 'json' };

/** What R4 says of one element. A type with a dot in it is a part defined in place: Observation.component. */
export type ElementRule = {
  types: string[];
  least?: 1;
  many?: true;
  /** It changes what the rest means: a status, an intent. */
  modifier?: true;
  /** The list a code must be of. */
  list?: string;
};
export type Definitions = { types: Record<string, Record<string, ElementRule>>; lists: Record<string, string[]> };

/** The record's own types, and what is often contained in them. */
export const definedTypes: readonly string[] = [
  ...clinicalTypes,
  ...['Medication', 'Practitioner', 'PractitionerRole', 'Organization', 'Location'],
];

/** Made by `write-r4.ts` from the published definitions, whose 35 MB no process needs to read. */
export const r4 = distilled as unknown as Definitions;
