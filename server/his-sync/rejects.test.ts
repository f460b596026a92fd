import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hisEndpoints } from '#db/schema/his-sync.ts';
import { pullHospital } from './pull.ts';
import { type House, openHouse, type TestHospital } from './testing/hospital-house.ts';
import { openPaperHospital, paperDepartment, paperSchedule, paperSlot } from './testing/paper-hospital.ts';

let house: House;
let paper: Awaited<ReturnType<typeof openPaperHospital>>;
let turn = 0;
const hospital = () => house.hospitals[0] as TestHospital;
const pull = async () => {
  // the directory is asked for again at once
  await house.db.pool.query(`update his_cursors set pulled_at = '2020-01-01' where facility_id = $1`, [
    hospital().facilityId,
  ]);
  return pullHospital(house.services, hospital().facilityId);
};
const rejects = async (open = true) => {
  const { rows } = await house.db.pool.query<{ what: string; reason: string }>(
    `select resource_type || ' ' || resource_id as what, reason, body from his_rejects
     where facility_id = $1 and (settled_at is null) = $2 and resource_id like $3 order by 1`,
    [hospital().facilityId, open, `%t${turn}%`],
  );
  return rows;
};
const statusOf = async (hisId: string) => (await house.tickets(hospital())).find((t) => t.his_id === hisId)?.status;

beforeAll(async () => {
  house = await openHouse([{}]);
  paper = await openPaperHospital();
  await house.db.orm
    .update(hisEndpoints)
    .set({ baseUrl: paper.base })
    .where(eq(hisEndpoints.facilityId, hospital().facilityId));
});
beforeEach(() => {
  turn += 1;
});
afterAll(async () => {
  paper.close();
  await house.close();
});

describe('what cannot be read', () => {
  it('waits with its reason, holds nothing else up, and is settled by a readable version', async () => {
    paper.write(paperDepartment(`d-t${turn}`, '03.04'));
    paper.write(paperSchedule(`s-t${turn}`, `d-t${turn}`));
    paper.write(paperSlot(`s-t${turn}`, 1));
    const { identifier: _, ...broken } = paperSlot(`s-t${turn}`, 2);
    paper.write(broken);
    expect(await pull()).toMatchObject({ state: 'done' });
    expect(await statusOf(`s-t${turn}-1`)).toBe('free');
    expect(await rejects()).toMatchObject([
      { what: `Slot s-t${turn}-2`, reason: 'identifier: no ticket number', body: { status: 'free' } },
    ]);
    paper.write(paperSlot(`s-t${turn}`, 2));
    await pull();
    expect(await rejects()).toEqual([]);
    expect(await rejects(false)).toHaveLength(1);
    expect(await statusOf(`s-t${turn}-2`)).toBe('free');
  });

  it('because something it names is unknown is placed as soon as that arrives', async () => {
    paper.write(paperSchedule(`s-t${turn}`, `d-t${turn}`));
    paper.write(paperSlot(`s-t${turn}`, 1));
    await pull();
    expect(await rejects()).toMatchObject([
      { what: `Schedule s-t${turn}`, reason: 'actor: department not known here' },
      { what: `Slot s-t${turn}-1`, reason: 'schedule: not known here' },
    ]);
    paper.write(paperDepartment(`d-t${turn}`, '05'));
    await pull();
    expect(await rejects()).toEqual([]);
    expect(await statusOf(`s-t${turn}-1`)).toBe('free');
  });

  it('holds no person of an appointment', async () => {
    paper.write({
      resourceType: 'Appointment',
      id: `a-t${turn}`,
      status: 'nonsense',
      participant: [{ actor: { display: '张三丰' } }],
      contained: [{ resourceType: 'Patient', name: [{ text: '张三丰' }] }],
    });
    await pull();
    const [row] = await rejects();
    expect(row).toMatchObject({ what: `Appointment a-t${turn}`, reason: 'status: invalid_value' });
    expect(JSON.stringify(row)).not.toContain('张三丰');
  });

  it('is a department outside the catalogue, or one number given twice', async () => {
    paper.write(paperDepartment(`x-t${turn}`, '99.77'));
    paper.write(paperDepartment(`d-t${turn}`, '05'));
    paper.write(paperSchedule(`s-t${turn}`, `d-t${turn}`));
    paper.write(paperSlot(`s-t${turn}`, 1));
    paper.write({ ...paperSlot(`s-t${turn}`, 1), id: `twice-t${turn}` });
    await pull();
    expect(await rejects()).toMatchObject([
      { what: `HealthcareService x-t${turn}`, reason: 'specialty: code is not in the national catalogue' },
      { what: `Slot twice-t${turn}`, reason: 'slot: its number is given twice' },
    ]);
    expect(await statusOf(`s-t${turn}-1`)).toBe('free');
  });
});

describe('a number closed under a resident', () => {
  const clinic = async (numbers: number) => {
    // a day of its own each, so that the wish of house.book finds this clinic first
    paper.write(paperDepartment(`d-t${turn}`, '03.04'));
    const id = `0-t${turn}`;
    paper.write(paperSchedule(id, `d-t${turn}`));
    for (let n = 1; n <= numbers; n += 1) paper.write(paperSlot(id, n));
    await pull();
    await house.db.pool.query(`update sessions set date = date + $2::int where his_id = $1`, [id, turn]);
    return id;
  };

  it('is lost by this resident alone while the clinic goes on', async () => {
    const id = await clinic(2);
    const { made, residentId, sessionId } = await house.book(hospital());
    await house.db.pool.query(`update appointments set his_state = 'told' where id = $1`, [made.id]);
    paper.write(paperSlot(id, 1, 'suspended'));
    await pull();
    expect(await house.appointment(made.id)).toMatchObject({
      status: 'cancelled',
      cancel_reason: 'closed-at-hospital',
    });
    expect(await house.notices(residentId)).toEqual(['booked', 'ticket-lost']);
    expect(await statusOf(`${id}-1`)).toBe('suspended');
    expect((await house.tickets(hospital())).find((t) => t.session_id === sessionId)?.session_status).toBe('published');
  });

  it('with all the others is a stopped clinic', async () => {
    const id = await clinic(2);
    const { made, residentId } = await house.book(hospital());
    await house.db.pool.query(`update appointments set his_state = 'told' where id = $1`, [made.id]);
    paper.write(paperSlot(id, 1, 'suspended'));
    paper.write(paperSlot(id, 2, 'suspended'));
    await pull();
    await house.work();
    expect(await house.appointment(made.id)).toMatchObject({ status: 'cancelled', cancel_reason: 'clinic-stopped' });
    expect(await house.notices(residentId)).toEqual(['booked', 'clinic-stopped']);
    expect((await house.tickets(hospital())).find((t) => t.his_id === `${id}-1`)).toMatchObject({
      status: 'suspended',
      session_status: 'suspended',
    });
  });
});

describe('a number that a sweep does not find any more', () => {
  it('is closed if it is gone, and left alone if the page had only slipped over it', async () => {
    paper.write(paperDepartment(`d-t${turn}`, '03.04'));
    paper.write(paperSchedule(`s-t${turn}`, `d-t${turn}`));
    for (const n of [1, 2, 3]) paper.write(paperSlot(`s-t${turn}`, n));
    await pull();
    paper.remove('Slot', `s-t${turn}-1`, 'deleted');
    paper.remove('Slot', `s-t${turn}-2`, 'hidden');
    await pull();
    const states = () => Promise.all([1, 2, 3].map((n) => statusOf(`s-t${turn}-${n}`)));
    expect(await states()).toEqual(['free', 'free', 'free']);
    await house.db.pool.query(`update his_cursors set swept_at = '2020-01-01' where facility_id = $1`, [
      hospital().facilityId,
    ]);
    await pull();
    expect(await states()).toEqual(['suspended', 'free', 'free']);
  });
});
