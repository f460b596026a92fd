/** An entry of a record: our id, the text it came in with its decimals, where from, and what it says in a line. */
export type Kept = {
  id: string;
  type: string;
  facilityId: string;
  /** The hospital's own ids. */
  sourceId: string;
  sourcePatient: string;
  body: string;
  /** Title, particulars, day, place: what a narrative prints. */
  line: readonly string[];
};

/** What a file says of itself and of whose record it is. */
export type Frame = {
  id: string;
  /** ISO instant. */
  at: string;
  person: { id: string; name: string; sex: 'male' | 'female' | 'unknown'; birthDate: string; idMasked: string };
  facilities: ReadonlyMap<string, string>;
  /** Our id of a hospital's resource, and of the hospital itself (type Organization). */
  idOf: (facilityId: string, type: string, sourceId: string) => string;
  /** Ids of all entries the file holds. */
  holds: ReadonlySet<string>;
};

export const urlOf = (id: string): string => `urn:uuid:${id}`;
