import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pullHospital } from './pull.ts';
import { tellPending } from './tell.ts';
import { askAppointments, type House, openHouse, type TestHospital } from './testing/hospital-house.ts';

let house: House;
let stateDir: string;
beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'huimin-his-'));
  house = await openHouse([{}], stateDir);
  await pullHospital(house.services, at().facilityId);
});
afterAll(async () => {
  await house.close();
  await rm(stateDir, { recursive: true, force: true });
});
const at = () => house.hospitals[0] as TestHospital;

it('a hospital that dies while it is told has each booking exactly once in the end', async () => {
  const booked = await Promise.all([0, 1, 2, 3, 0, 1, 2, 3].map((skip) => house.book(at(), skip)));
  await house.control(at(), { health: { slowMs: 50 } });
  const telling = tellPending(house.services, at().facilityId);
  await pause(75);
  await house.restart(async () => {
    expect((await telling).again).not.toBeNull();
    expect(await house.health(at())).toMatchObject({
      state: 'failing',
      last_error: expect.stringMatching(/^(network|truncated)/),
    });
    const { rows } = await house.db.pool.query(`select count(*) as n from his_deliveries where state = 'waiting'`);
    expect(rows[0].n).toBeGreaterThan(0);
  });
  await house.forgive(at());
  await tellPending(house.services, at().facilityId);
  for (const { made } of booked) {
    expect((await askAppointments(at(), made.id)).map((a) => a.status)).toEqual(['booked']);
    expect(await house.appointment(made.id)).toMatchObject({ his_state: 'told' });
  }
  await pullHospital(house.services, at().facilityId);
  for (const { made } of booked) {
    expect(await house.appointment(made.id)).toMatchObject({ status: 'booked' });
    expect(await house.ticketOf(made.id)).toMatchObject({ status: 'booked', taken_by: 'platform' });
  }
});
