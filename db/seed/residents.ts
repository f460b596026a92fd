import type { ClientBase } from 'pg';
import { type Division, readPopulation } from './data-files.ts';
import { type Household, makeHousehold, type Person, type Relation } from './households.ts';
import { type Cell, insertRows } from './insert-rows.ts';
import type { SeedKernel } from './kernel.ts';
import { type Random, randomFrom, weighted } from './random.ts';
import { numbersPerDay, sampleIdNumber, samplePhone } from './sample-id-numbers.ts';

const dayMs = 86_400_000;
const adultDays = 18 * 365.2425;

export const residentColumns = {
  id: 'uuid',
  name: 'text',
  sex: 'text',
  birth_date: 'date',
  id_type: 'text',
  id_sealed: 'text',
  id_masked: 'text',
  phone_sealed: 'text',
  phone_masked: 'text',
  region_code: 'text',
  verified_at: 'timestamptz',
  sample: 'boolean',
};
export const linkColumns = { resident_id: 'uuid', member_id: 'uuid', relation: 'text', proof: 'text' };

/** Children are declared by their guardian, grown-ups prove themselves by their number. */
export const proofOf = (relation: Relation, ageDays: number): string =>
  relation === 'child' && ageDays < adultDays ? 'guardian_declaration' : 'id_number';

export type SampleResident = {
  name: string;
  sex: string;
  birthDate: string;
  idNumber: string;
  phone: string | null;
  region: string;
};

export function residentRow(kernel: SeedKernel, r: SampleResident, today: string): [string, ...Cell[]] {
  const phone = r.phone ? [kernel.seal(r.phone), kernel.maskPhone(r.phone)] : [null, ''];
  const number = [kernel.seal(r.idNumber), kernel.maskIdNumber(r.idNumber)];
  const verified = `${today}T00:00:00+08:00`;
  return [
    kernel.residentId(r.idNumber),
    r.name,
    r.sex,
    r.birthDate,
    'id_card',
    ...number,
    ...phone,
    r.region,
    verified,
    true,
  ];
}

/** A village of the province, cities by their share of the people. */
function villagePicker(divisions: Division[]): (random: Random) => string {
  const { byCity } = readPopulation();
  const villages = new Map<string, string[]>();
  for (const d of divisions) {
    if (d.level !== 5) continue;
    const city = d.code.slice(0, 4);
    const list = villages.get(city) ?? [];
    if (list.push(d.code) === 1) villages.set(city, list);
  }
  const cities = divisions
    .filter((d) => d.level === 2)
    .map((d) => [villages.get(d.code.slice(0, 4)) ?? [], byCity[d.name] ?? 0] as const);
  const city = weighted(cities);
  return (random) => random.pick(city(random));
}

type Batch = { residents: Cell[][]; links: Cell[][] };

/**
 * Brings the sample residents up to `count`, household by household, committing 5,000 at a time with one batch
 * in memory. Answers how many were added.
 */
export async function seedResidents(
  client: ClientBase,
  divisions: Division[],
  options: { count: number; today: string; kernel: SeedKernel; onProgress?: (done: number) => void },
): Promise<number> {
  const { count, today, kernel, onProgress = () => {} } = options;
  const before = await client.query<{ n: number }>('select count(*)::int as n from residents where sample');
  const start = before.rows[0]?.n ?? 0;
  const random = randomFrom(`residents ${start}`);
  const village = villagePicker(divisions);
  const todayNumber = Math.floor(Date.parse(`${today}T00:00:00Z`) / dayMs);
  const blocks = Math.ceil(count / numbersPerDay);
  let index = start;
  let done = start;

  // blocks of 499,500 people share no birth date, so that every ID number occurs once
  const toRow = (person: Person, region: string) => {
    const block = Math.floor(index / numbersPerDay);
    const day = todayNumber - person.ageDays - blocks;
    const birthDay = day + ((((block - day) % blocks) + blocks) % blocks);
    const birthDate = new Date(birthDay * dayMs).toISOString().slice(0, 10);
    const idNumber = sampleIdNumber(birthDate, person.sex, index % numbersPerDay);
    const phone = person.ageDays > adultDays ? samplePhone(index) : null;
    index += 1;
    return residentRow(kernel, { ...person, birthDate, idNumber, phone, region }, today);
  };
  const addHousehold = ({ holder, members }: Household, region: string, batch: Batch) => {
    const holderRow = toRow(holder, region);
    batch.residents.push(holderRow);
    for (const { person, relation } of members.slice(0, count - index)) {
      const row = toRow(person, region);
      batch.residents.push(row);
      batch.links.push([holderRow[0], row[0], relation, proofOf(relation, person.ageDays)]);
    }
  };
  const insert = async ({ residents, links }: Batch) => {
    await client.query('begin');
    try {
      await insertRows(client, 'residents', residentColumns, residents);
      await insertRows(client, 'family_links', linkColumns, links);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback').catch(() => {});
      throw error;
    }
    done += residents.length;
    onProgress(done);
  };
  const batches = function* (): Generator<Batch> {
    while (index < count) {
      const batch: Batch = { residents: [], links: [] };
      while (index < count && batch.residents.length < 4990) {
        const region = village(random);
        addHousehold(makeHousehold(random, region), region, batch);
      }
      yield batch;
    }
  };
  // the next batch is made while the server takes this one in
  let pending = Promise.resolve();
  for (const batch of batches()) {
    await pending;
    pending = insert(batch);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await pending;
  return index - start;
}
