import type { ClientBase } from 'pg';
import type { Department } from './departments.ts';
import { type Cell, insertRows } from './insert-rows.ts';
import { customOf, familyName, personName, type Sex } from './people-names.ts';
import { readingOfPerson } from './pinyin.ts';
import { randomFrom } from './random.ts';

export type Practitioner = {
  id: string;
  departmentId: string;
  facilityId: string;
  name: string;
  sex: Sex;
  title: string;
};

const titleSets = [
  ['主任医师', '主治医师'],
  ['副主任医师', '主治医师'],
  ['主任医师', '副主任医师', '主治医师'],
  ['副主任医师', '主治医师', '住院医师'],
] as const;

/** Two or three doctors a department, at least one of whom gives expert clinics. */
export function practitionersOf(department: Department, regionCode: string): Practitioner[] {
  const random = randomFrom(`practitioners ${department.id}`);
  return random.pick(titleSets).map((title, i) => {
    const sex: Sex = random.chance(0.5) ? 'male' : 'female';
    const custom = customOf(random, regionCode);
    const name = personName(random, custom, sex, familyName(random, custom), 45 * 366);
    const id = `${department.facilityId}-D${department.code}-${i + 1}`;
    return { id, departmentId: department.id, facilityId: department.facilityId, name, sex, title };
  });
}

export async function seedPractitioners(
  client: ClientBase,
  practitioners: Practitioner[],
  skills: (departmentId: string) => string,
): Promise<number> {
  const person = {
    id: 'text',
    name: 'text',
    sex: 'text',
    title: 'text',
    skills: 'text',
    pinyin: 'text',
    initials: 'text',
  };
  const role = { practitioner_id: 'text', department_id: 'text', facility_id: 'text' };
  const rows = function* (): Generator<Cell[]> {
    for (const p of practitioners) {
      const { pinyin, initials } = readingOfPerson(p.name);
      yield [p.id, p.name, p.sex, p.title, skills(p.departmentId), pinyin, initials];
    }
  };
  const inserted = await insertRows(client, 'practitioners', person, rows());
  await insertRows(
    client,
    'practitioner_roles',
    role,
    practitioners.map((p) => [p.id, p.departmentId, p.facilityId]),
  );
  return inserted;
}
