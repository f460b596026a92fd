import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A person who may be a patient anywhere; the number is one that can be nobody's. */
export const personSchema = z.object({
  name: z.string().min(1),
  sex: z.enum(['male', 'female']),
  birthDate: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  idNumber: z.string().length(18),
  phone: z.string().nullable().default(null),
  address: z.string().default(''),
  /** Hospitals they have been to; left out, some follow by lot. */
  seenAt: z.array(z.string()).optional(),
});
export type SamplePerson = z.infer<typeof personSchema>;

/** A file of one person a line, or the persons themselves. */
export function readPeople(source: string | readonly SamplePerson[]): readonly SamplePerson[] {
  if (typeof source !== 'string') return source;
  const lines = readFileSync(source, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => personSchema.parse(JSON.parse(line)));
}

/** A number in [0, 2^32) that follows from the words. */
export const hashOf = (...words: (string | number)[]): number =>
  createHash('sha1').update(words.join('/')).digest().readUInt32BE(0);

/**
 * Whom each hospital has treated: everybody has one they go to, two in five have been to a second, one in seven to
 * a third.
 */
export function assignPatients(
  people: readonly SamplePerson[],
  hospitals: readonly string[],
): Map<string, SamplePerson[]> {
  const patients = new Map<string, SamplePerson[]>(hospitals.map((code) => [code, []]));
  for (const person of people) {
    for (const code of person.seenAt ?? drawHospitals(person, hospitals)) patients.get(code)?.push(person);
  }
  return patients;
}

function drawHospitals({ idNumber }: SamplePerson, hospitals: readonly string[]): Set<string> {
  const chance = hashOf('how many', idNumber) % 100;
  const visited = new Set<string>();
  for (let i = 0; i < (chance < 14 ? 3 : chance < 40 ? 2 : 1); i++) {
    visited.add(hospitals[hashOf('where', i, idNumber) % hospitals.length] ?? '');
  }
  return visited;
}
