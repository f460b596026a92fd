/**
 * Every guard between a caller and a person's data, by the line that is it. `without` is the product with the guard
 * taken out; the matrix must then see something foreign. Nothing of this exists in the product: its source is changed
 * on the way into a process of the test's own.
 */
export type Guard = {
  name: string;
  file: string;
  line: string;
  without: string;
  /** Procedures that it stands before, to be asked first. */
  before: readonly string[];
  /** Whom it keeps out, to be tried first. */
  against: readonly string[];
  /** The second net (decision 0027) keeps them out even without it. */
  net: boolean;
};

const record = ['records.'];
type Rest = { before?: readonly string[]; against?: readonly string[]; net?: boolean };
export const guard = (name: string, file: string, line: string, without: string, rest: Rest = {}): Guard => ({
  ...{ name, file: `server/${file}`, line, without, before: rest.before ?? record, against: rest.against ?? [] },
  net: rest.net ?? false,
});
