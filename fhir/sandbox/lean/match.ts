import { Refusal } from '../exchange.ts';

/** A searchable value of a resource. A date is the range of instants that its precision covers. */
export type Value =
  | { type: 'token'; system?: string | undefined; code?: string | undefined }
  | { type: 'string'; text: string }
  | { type: 'reference'; to: string }
  | { type: 'date'; from: number; to: number };

/** Splits at commas that are not escaped, and removes the escapes. */
export function alternatives(text: string): string[] {
  return (text.match(/(?:\\.|[^,\\])+/g) ?? []).map((one) => one.replace(/\\(.)/g, '$1'));
}

/** The range a FHIR date covers: '2026-11' is the whole month. Dates without a zone are the region's. */
export function dateRange(text: string): { from: number; to: number } {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(T\d\d:\d\d(?::\d\d)?(\.\d+)?(Z|[+-]\d\d:\d\d)?)?)?)?$/.exec(
    text.replace(' ', '+'),
  );
  if (!match) throw new Refusal(400, 'invalid', 'Not a FHIR date');
  const [, year, month, day, time, fraction, zone] = match;
  const at = (y: number, m: number, d: number) =>
    Date.parse(`${new Date(Date.UTC(y, m, d)).toISOString().slice(0, 10)}T00:00:00+08:00`);
  const [y, m, d] = [Number(year), Number(month ?? 1) - 1, Number(day ?? 1)];
  if (time) {
    const from = Date.parse(zone ? text.replace(' ', '+') : `${text}+08:00`);
    if (Number.isNaN(from)) throw new Refusal(400, 'invalid', 'Not a FHIR date');
    const seconds = /T\d\d:\d\d:\d\d/.test(time);
    return { from, to: from + (fraction ? 1 : seconds ? 1_000 : 60_000) };
  }
  return { from: at(y, m, d), to: day ? at(y, m, d + 1) : month ? at(y, m + 1, 1) : at(y + 1, 0, 1) };
}

const comparators: Record<
  string,
  (value: { from: number; to: number }, want: { from: number; to: number }) => boolean
> = {
  eq: (value, want) => value.from >= want.from && value.to <= want.to,
  ne: (value, want) => !(value.from >= want.from && value.to <= want.to),
  gt: (value, want) => value.to > want.to,
  lt: (value, want) => value.from < want.from,
  ge: (value, want) => value.to > want.to || (value.from >= want.from && value.to <= want.to),
  le: (value, want) => value.from < want.from || (value.from >= want.from && value.to <= want.to),
  sa: (value, want) => value.from >= want.to,
  eb: (value, want) => value.to <= want.from,
};

/** A predicate over a range of time from a parameter such as 'ge2026-11-23'. */
export function dateTest(text: string): (value: { from: number; to: number }) => boolean {
  const prefix = /^[a-z]{2}/.exec(text)?.[0];
  const compare = comparators[prefix ?? 'eq'];
  if (!compare) throw new Refusal(400, 'invalid', 'Unknown prefix of a date');
  const want = dateRange(prefix ? text.slice(2) : text);
  return (value) => compare(value, want);
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function tokenTest(text: string): (value: Value) => boolean {
  const bar = text.indexOf('|');
  if (bar < 0) return (value) => value.type === 'token' && value.code === text;
  const [system, code] = [text.slice(0, bar), text.slice(bar + 1)];
  return (value) => value.type === 'token' && (value.system ?? '') === system && (code === '' || value.code === code);
}

function stringTest(text: string, modifier: string): (value: Value) => boolean {
  const want = fold(text.trim());
  return (value) => {
    if (value.type !== 'string') return false;
    if (modifier === 'exact') return value.text === text;
    return modifier === 'contains' ? fold(value.text).includes(want) : fold(value.text).startsWith(want);
  };
}

function referenceTest(text: string): (value: Value) => boolean {
  const want = text.match(/([A-Z][A-Za-z]+\/[^/]+)$/)?.[1] ?? text;
  return (value) =>
    value.type === 'reference' && (want.includes('/') ? value.to === want : value.to.endsWith(`/${want}`));
}

const modifiers: Record<Value['type'], string[]> = {
  token: ['not', 'missing'],
  string: ['exact', 'contains', 'missing'],
  reference: ['missing'],
  date: ['missing'],
};

/** The test that one parameter makes of all values a resource has for it. */
export function parameterTest(type: Value['type'], modifier: string, text: string): (values: Value[]) => boolean {
  if (modifier && !modifiers[type].includes(modifier)) throw new Refusal(400, 'not-supported', 'Unknown modifier');
  if (modifier === 'missing') return (values) => (values.length === 0) === (text === 'true');
  const tests = alternatives(text).map((one): ((value: Value) => boolean) => {
    if (type === 'token') return tokenTest(one);
    if (type === 'string') return stringTest(one, modifier);
    if (type === 'reference') return referenceTest(one);
    const test = dateTest(one);
    return (value) => value.type === 'date' && test(value);
  });
  const some = (values: Value[]) => values.some((value) => tests.some((test) => test(value)));
  return modifier === 'not' ? (values) => !some(values) : some;
}
