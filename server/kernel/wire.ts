/**
 * How values cross between browser, web and api: plain JSON, with instants marked as `{"$at": ISO}` so that
 * what the schemas call a Date arrives as a Date. Requests without instants stay ordinary JSON, and a
 * tagging walk costs a fraction of a general serializer in script size and time.
 */
export const wire = {
  serialize: (value: unknown): unknown => encode(value),
  deserialize: (value: unknown): unknown => decode(value),
};

function encode(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Date) return { $at: value.toISOString() };
  if (Array.isArray(value)) return value.map(encode);
  return mapObject(value, encode);
}

function decode(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(decode);
  const at = (value as { $at?: unknown }).$at;
  if (typeof at === 'string') return new Date(at);
  return mapObject(value, decode);
}

function mapObject(value: object, change: (inner: unknown) => unknown): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) if (key !== '__proto__') out[key] = change(inner);
  return out;
}
