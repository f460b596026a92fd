import type { ExactResource } from './exact-json.ts';
import { unknown } from './point-inside.ts';

/** What the profiles of a summary ask for and hospitals leave out: the time of something done or measured. */
const times: Readonly<Record<string, string>> = {
  MedicationStatement: 'effective',
  Observation: 'effective',
  DiagnosticReport: 'effective',
  Procedure: 'performed',
};

/**
 * A resource as a summary needs it: a time that nobody told is said to be unknown, a result that names no performer is
 * its hospital's; the hospital's narrative gives way to the section's, which is of our own making.
 */
export function complete({ text: _theirs, ...resource }: ExactResource, hospital: string): ExactResource {
  const time = times[String(resource.resourceType)];
  const timed = !time || Object.keys(resource).some((key) => key.replace(/^_/, '').startsWith(time));
  const measured = resource.resourceType === 'Observation' && !tells(resource.performer);
  return {
    ...resource,
    ...(timed ? {} : { [`_${time}DateTime`]: unknown }),
    ...(measured ? { performer: [{ reference: hospital }] } : {}),
  };
}

const tells = (performers: unknown): boolean => Array.isArray(performers) && performers.some((one) => one !== unknown);
