import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pullHospital } from './pull.ts';
import { askAll, type House, openHouse, type TestHospital } from './testing/hospital-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse([
    {},
    { kind: 'medplum' },
    { personality: { offsetPaging: true, noTotal: true, stringIds: true } },
  ]);
});
afterAll(() => house.close());

const kinds = ['plain', 'third-party', 'odd'];
const pull = (hospital: TestHospital) => pullHospital(house.services, hospital.facilityId);
const codes: Record<string, string> = { free: 'free', booked: 'busy', suspended: 'busy-unavailable' };

describe.each([0, 1, 2])('a pull of hospital %i', (i) => {
  const hospital = () => house.hospitals[i] as TestHospital;

  it(`brings here exactly what the ${kinds[i]} hospital has`, async () => {
    expect(await pull(hospital())).toMatchObject({ state: 'done' });
    const slots = await askAll(hospital(), 'Slot?_count=500');
    const tickets = await house.tickets(hospital());
    expect(slots.length).toBeGreaterThan(20);
    const theirs = new Map(slots.map((slot) => [slot.id, slot.status]));
    const ours = new Map(tickets.map((t) => [t.his_id, codes[t.status]]));
    expect(ours).toEqual(theirs);
    const schedules = await askAll(hospital(), 'Schedule?_count=500');
    expect(new Set(tickets.map((t) => t.session_his))).toEqual(new Set(schedules.map((s) => s.id)));
    for (const { released, n } of await house.ledgers(hospital())) expect(released).toBe(n);
    const { rows } = await house.db.pool.query('select count(*) as n from his_rejects where facility_id = $1', [
      hospital().facilityId,
    ]);
    expect(rows[0].n).toBe(0);
    expect(await house.health(hospital())).toMatchObject({ state: 'ok', failures: 0, last_error: null });
  });

  it('changes nothing the second time', async () => {
    const before = await house.tickets(hospital());
    expect(await pull(hospital())).toMatchObject({ state: 'done', written: 0 });
    expect(await house.tickets(hospital())).toEqual(before);
  });

  it('names doctors and departments as the hospital does', async () => {
    const { rows } = await house.db.pool.query(
      `select d.id, d.name, count(r.*) as doctors, min(p.pinyin) as pinyin from departments d
       left join practitioner_roles r on r.department_id = d.id join practitioners p on p.id = r.practitioner_id
       where d.facility_id = $1 and d.his_id is not null group by d.id, d.name order by d.id`,
      [hospital().facilityId],
    );
    const roles = await askAll(hospital(), 'PractitionerRole?_count=500');
    expect(rows.map((row) => row.id)).toEqual([`${hospital().facilityId}:03.04`, `${hospital().facilityId}:05`]);
    expect(rows.reduce((sum, row) => sum + row.doctors, 0)).toBe(roles.length);
    expect(rows[0].pinyin).toMatch(/^[a-z]+$/);
  });

  it('lets a number that was taken at the window disappear, and come back', async () => {
    const { taken = [] } = await house.control(hospital(), { take: { any: 3 } });
    await pull(hospital());
    const after = (await house.tickets(hospital())).filter((t) => taken.includes(t.his_id));
    expect(after.map((t) => [t.status, t.taken_by])).toEqual(Array(3).fill(['booked', 'hospital']));
    await house.control(hospital(), { free: { slot: taken[0] } });
    await pull(hospital());
    const freed = (await house.tickets(hospital())).find((t) => t.his_id === taken[0]);
    expect([freed?.status, freed?.taken_by]).toEqual(['free', null]);
  });

  it('queues the stop of a clinic that the hospital stopped, once', async () => {
    const [ticket] = await house.tickets(hospital());
    await house.control(hospital(), { stop: { schedule: ticket?.session_his, reason: '医生外出' } });
    await pull(hospital());
    await pull(hospital());
    const { rows } = await house.db.pool.query(
      `select p.payload from graphile_worker._private_jobs p join graphile_worker.jobs j on j.id = p.id
       where j.task_identifier = 'booking-stop-session' and p.payload->>'facilityId' = $1`,
      [hospital().facilityId],
    );
    expect(rows.map((row) => row.payload)).toEqual([
      { facilityId: hospital().facilityId, sessionId: ticket?.session_id, reason: '医生外出' },
    ]);
    await house.work();
    const after = (await house.tickets(hospital())).filter((t) => t.session_id === ticket?.session_id);
    expect(new Set(after.map((t) => t.session_status))).toEqual(new Set(['suspended']));
    expect(after.filter((t) => t.status === 'free')).toEqual([]);
    await house.control(hospital(), { reopen: { schedule: ticket?.session_his } });
    await pull(hospital());
    const again = (await house.tickets(hospital())).filter((t) => t.session_id === ticket?.session_id);
    expect(new Set(again.map((t) => t.session_status))).toEqual(new Set(['published']));
    expect(again.filter((t) => t.status === 'suspended')).toEqual([]);
    expect(again.filter((t) => t.status === 'free').length).toBeGreaterThan(0);
  });

  it('keeps a clinic stopped that the platform stopped, whatever news the hospital has of it', async () => {
    const ticket = (await house.tickets(hospital())).find((t) => t.session_status === 'published');
    await house.db.pool.query(
      `update sessions set status = 'suspended', suspended_by = 'platform' where facility_id = $1 and id = $2`,
      [hospital().facilityId, ticket?.session_id],
    );
    await house.control(hospital(), { touch: true });
    await pull(hospital());
    const after = (await house.tickets(hospital())).find((t) => t.his_id === ticket?.his_id);
    expect(after?.session_status).toBe('suspended');
  });
});
