/**
 * The forms of R4's primitive types (hl7.org/fhir/R4/datatypes.html, seen 2026-11): the JSON type, and how the text
 * is written. `sense`: written otherwise it means nothing, or something else; of the others only the form suffers.
 */
export type Primitive = {
  json: 'string' | 'number' | 'boolean';
  form: ((text: string) => boolean) | null;
  sense: boolean;
};

const like = (form: RegExp) => (text: string) => form.test(text);
const dateForm = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/;
const timeForm = /^([01]\d|2[0-3]):[0-5]\d(:([0-5]\d|60)(\.\d+)?)?$/;
const zoneForm = /(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;

/** A day that the calendar has; the 30th of February is none. */
export function isDate(text: string): boolean {
  const match = dateForm.exec(text);
  if (!match) return false;
  const [, year, month, day] = match;
  return !day || Number(day) <= new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
}

/** With a time of day the zone is needed: without it nobody knows which moment is meant. */
function isDateTime(text: string): boolean {
  const at = text.indexOf('T');
  if (at < 0) return isDate(text);
  const zone = zoneForm.exec(text);
  return at === 10 && zone !== null && isDate(text.slice(0, at)) && timeForm.test(text.slice(at + 1, zone.index));
}

const words: Primitive = { json: 'string', form: null, sense: false };
const formed = (form: (text: string) => boolean, sense = false): Primitive => ({ json: 'string', form, sense });
const whole: Primitive = { json: 'number', form: like(/^-?\d{1,10}$/), sense: true };
const address = formed(like(/^\S*$/));

export const primitives: Readonly<Record<string, Primitive>> = {
  string: words,
  markdown: words,
  xhtml: words,
  boolean: { json: 'boolean', form: null, sense: true },
  decimal: { json: 'number', form: null, sense: true },
  integer: whole,
  positiveInt: { ...whole, form: like(/^[1-9]\d{0,9}$/) },
  unsignedInt: { ...whole, form: like(/^\d{1,10}$/) },
  date: formed(isDate, true),
  dateTime: formed(isDateTime, true),
  instant: formed((text) => text.includes('T') && isDateTime(text), true),
  time: formed(like(timeForm), true),
  code: formed(like(/^\S+( \S+)*$/)),
  id: formed(like(/^[A-Za-z0-9\-.]{1,64}$/)),
  ...{ uri: address, url: address, canonical: address },
  oid: formed(like(/^urn:oid:[0-2](\.(0|[1-9]\d*))+$/)),
  uuid: formed(like(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)),
  base64Binary: formed((text) => /^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(text)),
};
