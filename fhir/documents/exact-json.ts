/** A resource whose numbers are still the text they were written in. */
export type ExactResource = { [element: string]: unknown };

type Reviver = (key: string, value: unknown, context: { source?: string }) => unknown;
const { rawJSON, isRawJSON } = JSON as unknown as {
  rawJSON: (text: string) => unknown;
  isRawJSON: (value: unknown) => boolean;
};
const keepNumber: Reviver = (_key, value, { source }) =>
  typeof value === 'number' && source !== undefined ? rawJSON(source) : value;

/** Reads a resource so that `writeExact` prints every number as it came: 1.00 stays 1.00. */
export const parseExact = (text: string): ExactResource =>
  JSON.parse(text, keepNumber as (key: string, value: unknown) => unknown) as ExactResource;

/** A number that `writeExact` prints as these digits, and the digits of one that `parseExact` has read. */
export const numberAsWritten = (digits: string): unknown => rawJSON(digits);
export const digitsOf = (value: unknown): string | null =>
  isRawJSON(value) ? (value as { rawJSON: string }).rawJSON : null;

export const writeExact = (value: object): string => JSON.stringify(value);

/** Whether this is an element with parts, not a number kept as text. */
export const isElement = (value: unknown): value is ExactResource =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isRawJSON(value);
