import { type Clock, systemClock } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { idCheckCharacter } from '../kernel/national-id.ts';
import { transact } from '../kernel/transaction.ts';
import { noteResidents } from '../records/identity/judge-again.ts';
import { type PatientTold, placePatients } from '../records/identity/place-patients.ts';
import { type Base, facilityId, withDemo } from './demo-house.ts';

type Known = { id: string; name: string; sex: 'male' | 'female'; birthDate: string; idNumber: string; phone: string };

/**
 * Patients of the county hospital of whom nobody can be sure, as registration desks make them: without a number, with
 * a brother's card, twins, a newborn, a number with two slips, one whom a township centre has without a number, too.
 * Beside them one that likeness linked. Once in the life of a demo.
 */
export const openDemoIdentity = (url: string, secret: string, clock: Clock = systemClock): Promise<boolean> =>
  withDemo({ url, secret, clock, part: 'demo-identity' }, async (base) => {
    const before = await base.db.pool.query(
      `select 1 from source_patients where facility_id = $1 and source_id like 'demo-%' limit 1`,
      [facilityId],
    );
    const people = await findPeople(base);
    if (before.rowCount || people.size < 5) return false;
    const ctx: Context = { ...base, actor: { kind: 'system', job: 'demo-identity' } };
    await noteResidents(
      ctx,
      [...people.values()].map((one) => one.id),
    );
    const now = base.clock.now();
    await transact(base.db, (tx) => placePatients(tx, ctx, centre, [unnumbered(now)]));
    const told = [...patientsOf(people, now), { ...unnumbered(now), sourceId: 'demo-9' }];
    await transact(base.db, (tx) => placePatients(tx, ctx, facilityId, told));
    return true;
  });

/** A township centre of the county, which fills in tables. */
const centre = 'T510121109';

/** Somebody whose card neither place has seen. */
const unnumbered = (now: Date): PatientTold => ({
  ...{ sourceId: 'demo-1', version: '1', updated: now, name: '呼延清和', otherNames: [], sex: 'male', idNumber: '' },
  ...{ birthDate: '1958-03-05', phones: [], address: '', kin: [], birthOrder: null },
});

const names = ['陈晓燕', '林志强', '林一诺', '周素珍', '黄永福', '黄丽华'];

/** The families of the sample accounts. */
async function findPeople({ db, sealing }: Base): Promise<Map<string, Known>> {
  const { rows } = await db.pool.query<
    Omit<Known, 'idNumber' | 'phone'> & { idSealed: string; phoneSealed: string | null }
  >(
    `select r.id, r.name, r.sex, r.birth_date::text as "birthDate", r.id_sealed as "idSealed", r.phone_sealed as "phoneSealed"
     from residents r where r.sample and r.name = any($1) and r.id_sealed is not null
       and exists (select from family_links l where l.resident_id = r.id or l.member_id = r.id)
     order by r.created_at desc, r.id`,
    [names],
  );
  const open = rows.map(({ idSealed, phoneSealed, ...one }) => ({
    ...one,
    idNumber: sealing.open(idSealed),
    phone: phoneSealed ? sealing.open(phoneSealed) : '',
  }));
  return new Map(open.map((one) => [one.name, one]));
}

function patientsOf(people: Map<string, Known>, now: Date): PatientTold[] {
  const of = (name: string, change: Partial<PatientTold>): PatientTold[] => {
    const one = people.get(name);
    return one ? [{ ...registered(one, now), ...change }] : [];
  };
  const birthDate = new Date(now.getTime() - 20 * 86_400_000).toISOString().slice(0, 10);
  const newborn = {
    idNumber: '',
    birthDate,
    sex: 'male' as const,
    phones: ['10099990001'],
    address: '金堂县三溪镇',
    kin: ['向雪梅'],
  };
  const two = people.get('周素珍');
  return [
    ...of('陈晓燕', { sourceId: 'demo-1', idNumber: '', phones: ['10099990002'], address: '' }),
    ...of('林志强', { sourceId: 'demo-2', name: '林志刚' }),
    ...of('周素珍', { sourceId: 'demo-3', idNumber: twoSlips(two?.idNumber ?? '') }),
    ...of('黄丽华', { sourceId: 'demo-4', name: '黃麗華', idNumber: '', phones: ['10099990003'], address: '' }),
    ...of('黄永福', { sourceId: 'demo-5', idNumber: oneSlip(people.get('黄永福')?.idNumber ?? '') }),
    ...of('林一诺', { sourceId: 'demo-6', ...newborn, name: '王梓晨', birthOrder: 1 }),
    ...of('林一诺', { sourceId: 'demo-7', ...newborn, name: '王梓辰', updated: now }),
    ...of('林一诺', { sourceId: 'demo-8', ...newborn, name: '向雪梅之子', updated: now }),
  ];
}

const registered = (one: Known, now: Date): PatientTold => ({
  ...{
    sourceId: '',
    version: '1',
    updated: now,
    name: one.name,
    otherNames: [],
    sex: one.sex,
    birthDate: one.birthDate,
  },
  ...{ idNumber: one.idNumber, phones: one.phone ? [one.phone] : [], address: '金堂县', kin: [], birthOrder: null },
});

const oneSlip = (number: string): string => `${number.slice(0, 4)}${(Number(number[4]) + 3) % 10}${number.slice(5)}`;

/** Two digits typed wrongly, so that the number is right in form again. */
function twoSlips(number: string): string {
  for (let digit = 0; digit < 10; digit += 1) {
    for (let other = 0; other < 10; other += 1) {
      const typed = `${number.slice(0, 3)}${digit}${number.slice(4, 5)}${other}${number.slice(6)}`;
      const right = idCheckCharacter(typed) === typed.charAt(17);
      if (right && typed[3] !== number[3] && typed[5] !== number[5]) return typed;
    }
  }
  return number;
}
