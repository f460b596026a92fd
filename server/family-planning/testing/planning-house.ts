import { randomUUID } from 'node:crypto';
import { mintFacility, mintResident } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { idCheckCharacter } from '../../kernel/national-id.ts';
import { residentActor, staffActor, systemActor, testContext } from '../../kernel/test-context.ts';
import { transact } from '../../kernel/transaction.ts';
import { identifyResident } from '../../residents/identify-resident.ts';
import { enrolPerson } from '../enrol-person.ts';
import { type Part, readingsFor } from '../schema/items.ts';

/** Every clock of the house stands still here. */
export const now = new Date('2026-11-24T02:00:00Z');
export const today = '2026-11-24';
export const at = (day: string) => ({ clock: { now: () => new Date(`${day}T02:00:00Z`) } });

/** A card that cannot be: the first six digits are of no place. */
export function inventCard(birth: string, sex: 'male' | 'female', n: number) {
  const first = `519902${birth.replaceAll('-', '')}${String(n).padStart(2, '0')}${sex === 'male' ? 1 : 2}`;
  return first + idCheckCharacter(first);
}

/** A township centre, a village clinic of its area, another centre, and their workers. */
export async function planningHouse() {
  const db = await openTestDatabase();
  const [centre, village, other] = [await mintFacility(db), await mintFacility(db), await mintFacility(db)];
  await setKind(db, centre.facilityId, 'township_centre', centre.regionPath);
  await setKind(db, village.facilityId, 'village_clinic', `${centre.regionPath}village/`);
  await setKind(db, other.facilityId, 'township_centre', other.regionPath);
  const worker = (facilityId = centre.facilityId) =>
    testContext(db, staffActor(facilityId, 'family_planner'), at(today));
  const count = async (text: string, values: unknown[] = []) =>
    Number((await db.pool.query<{ n: string }>(`select count(*) as n from ${text}`, values)).rows[0]?.n);
  let cards = 0;
  /** Somebody with a card who comes to the desk, where it says so. */
  const person = async (sex: 'male' | 'female' = 'female', birth = '1994-05-06') => {
    cards += 1;
    const card = { name: `测试${cards}`, idNumber: inventCard(birth, sex, cards) };
    const ctx = testContext(db, systemActor(), at(today));
    const { id: residentId } = await transact(db, (tx) => identifyResident(tx, ctx, card));
    const actor = residentActor({ residentId, accountId: randomUUID(), name: card.name });
    return { ...card, residentId, me: testContext(db, actor, at(today)) };
  };
  return {
    ...{ db, centre, village, other, worker, count, person },
    /** The same, served here by a say of their own. */
    served: async (sex: 'male' | 'female' = 'female', by = worker()) => {
      const one = await person(sex);
      await enrolPerson(by, { name: one.name, idNumber: one.idNumber, said: 'in-person', migrant: false });
      return one;
    },
    stranger: () => mintResident(db),
    audits: (action: string) => count('audit_events where action = $1', [action]),
  };
}
export type PlanningHouse = Awaited<ReturnType<typeof planningHouse>>;

async function setKind(db: TestDatabase, id: string, kind: string, path: string): Promise<void> {
  await db.pool.query('update facilities set kind = $2, region_path = $3 where id = $1', [id, kind, path]);
}

/** Every reading as it should be. */
export const usualResults = (part: Part) =>
  readingsFor(part).map((one) => ({
    code: one.code,
    value:
      one.kind === 'number'
        ? ((Number(one.woman[0]) + Number(one.woman[1])) / 2).toFixed(2)
        : (one.values.find((value) => !one.odd.includes(value)) ?? ''),
  }));
