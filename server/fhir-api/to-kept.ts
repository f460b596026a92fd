import type { Kept } from '#fhir/documents/kept.ts';
import { regionDay } from '../kernel/clock.ts';
import type { Bodied } from '../records/body-queries.ts';

type Reading = NonNullable<Bodied['facts']['reading']>;
const worded = ({ value, unit, low, high }: Reading): string =>
  [`${value} ${unit}`.trim(), low || high ? `(${low}–${high})` : ''].filter(Boolean).join(' ');

/** An entry for a file, with what a narrative says of it: title, particulars, day, hospital. */
export function toKept(entry: Bodied): Kept {
  const { id, type, facilityId, facilityName, sourceId, sourcePatient, body, startsAt, facts } = entry;
  const { reading, parts = [], dose, reaction, lot, conclusion, reason, department } = facts;
  const particulars = [
    ...(reading ? [worded(reading)] : []),
    ...parts.map((part) => `${part.title} ${worded(part)}`),
    ...[dose, reaction, lot, conclusion, reason, department],
  ];
  const line = [
    entry.title || reading?.title || type,
    particulars.filter(Boolean).join('；'),
    startsAt ? regionDay(startsAt) : '',
    facilityName,
  ];
  return { id, type, facilityId, sourceId, sourcePatient, body, line };
}
