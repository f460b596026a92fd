import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pullHospital } from './pull.ts';
import { tellPending } from './tell.ts';
import { askAll, askAppointments, type House, openHouse, type TestHospital } from './testing/hospital-house.ts';

let house: House;
let elsewhere: { url: string; requests: string[]; close: () => void };
beforeAll(async () => {
  house = await openHouse([{ timeoutMs: 1500 }, {}, {}]);
  elsewhere = await openElsewhere();
  for (const hospital of house.hospitals) await pull(hospital);
});
afterEach(async () => {
  await house.control(ill(), { health: null });
  await house.forgive(ill());
  elsewhere.requests.length = 0;
});
afterAll(async () => {
  elsewhere.close();
  await house.close();
});

const ill = () => house.hospitals[0] as TestHospital;
const busy = () => house.hospitals[2] as TestHospital;
const well = () => house.hospitals[1] as TestHospital;
const pull = (hospital: TestHospital) => pullHospital(house.services, hospital.facilityId);
const tell = (hospital: TestHospital) => tellPending(house.services, hospital.facilityId);
const sweep = (hospital: TestHospital) =>
  house.db.pool.query(`update his_cursors set swept_at = '2020-01-01' where facility_id = $1`, [hospital.facilityId]);

/** Another host that a sick or wicked hospital points to; it writes down whatever reaches it. */
async function openElsewhere() {
  const requests: string[] = [];
  const server = http.createServer((request, response) => {
    requests.push(JSON.stringify([request.url, request.headers]));
    response.writeHead(200, { 'content-type': 'application/fhir+json' });
    response.end(JSON.stringify({ resourceType: 'Bundle', type: 'searchset' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/fhir/r4`;
  return { url, requests, close: () => server.close() };
}

const states: Record<string, string> = { free: 'free', booked: 'busy', suspended: 'busy-unavailable' };

/** Number for number the same on both sides: nothing lost, nothing doubled. */
async function expectInSync(hospital: TestHospital) {
  const theirs = (await askAll(hospital, 'Slot?_count=500')).map((slot) => `${slot.id} ${slot.status}`);
  const ours = (await house.tickets(hospital)).map((t) => `${t.his_id} ${states[t.status]}`);
  expect(ours.sort()).toEqual(theirs.sort());
  for (const { released, n } of await house.ledgers(hospital)) expect(released).toBe(n);
}

const cases: [string, () => object, RegExp][] = [
  ['hangs', () => ({ hang: true }), /^timeout/],
  ['fails', () => ({ fail: 500 }), /status 500/],
  ['is too busy', () => ({ fail: 429, retryAfter: 7 }), /status 429/],
  ['truncates', () => ({ truncate: true }), /^truncated/],
  ['links to another host', () => ({ foreignNext: `${elsewhere.url}/Slot?page=2` }), /^foreign-link/],
  ['redirects', () => ({ redirect: `${elsewhere.url}/Slot` }), /^redirect/],
];

describe.each(cases)('a hospital that %s', (_name, health, message) => {
  it('is shown so, holds up nobody, loses nothing and gets no key of its own abused', async () => {
    const taken = await house.control(ill(), { take: { any: 2 } });
    const takenWell = await house.control(well(), { take: { any: 2 } });
    const { made } = await house.book(ill());
    const other = await house.book(well());
    await house.control(ill(), { health: health() });
    await sweep(ill());

    const [sick, fine] = await Promise.all([pull(ill()), pull(well()), tell(well())]);
    expect(sick).toMatchObject({ state: 'failed' });
    expect(fine).toMatchObject({ state: 'done' });
    expect(await tell(ill())).toMatchObject({ told: 0, again: expect.any(Date) });
    expect(await house.appointment(other.made.id)).toMatchObject({ his_state: 'told' });
    const wellNow = new Map((await house.tickets(well())).map((t) => [t.his_id, t.status]));
    for (const id of takenWell.taken ?? []) expect(wellNow.get(id)).toBe('booked');
    expect(elsewhere.requests).toEqual([]);

    const shown = await house.health(ill());
    expect(shown).toMatchObject({ state: 'failing', last_error: expect.stringMatching(message) });
    expect(shown.last_error).not.toContain(ill().token);
    expect(shown.next_try_at.getTime()).toBeGreaterThan(Date.now() + (message.test('status 429') ? 5_500 : 0));
    expect(await pull(ill())).toMatchObject({ state: 'waiting', again: shown.next_try_at });

    await house.control(ill(), { health: null });
    await house.forgive(ill());
    expect(await pull(ill())).toMatchObject({ state: 'done' });
    await tell(ill());
    expect(await askAppointments(ill(), made.id)).toHaveLength(1);
    expect(await house.appointment(made.id)).toMatchObject({ his_state: 'told' });
    const now = new Map((await house.tickets(ill())).map((t) => [t.his_id, t.status]));
    for (const id of taken.taken ?? []) expect(now.get(id)).toBe('booked');
    await expectInSync(ill());
    expect(await house.health(ill())).toMatchObject({ state: 'ok', failures: 0 });
  });
});

describe('a hospital that', () => {
  it.each([
    ['repeats itself', { duplicate: true }],
    ['ignores the order', { reorder: true }],
    ['does both', { duplicate: true, reorder: true }],
  ])('%s is read all the same, nothing doubled', async (_name, health) => {
    await house.control(ill(), { take: { any: 3 } });
    await house.control(ill(), { health });
    await sweep(ill());
    expect(await pull(ill())).toMatchObject({ state: 'done' });
    await house.control(ill(), { health: null });
    await expectInSync(ill());
  });

  it('sets its clock forward and back again is still followed', async () => {
    await house.control(ill(), { health: { skewMs: 3_600_000 } });
    const ahead = await house.control(ill(), { take: { any: 1 } });
    await pull(ill());
    await house.control(ill(), { health: null });
    const back = await house.control(ill(), { take: { any: 1 } });
    await house.control(ill(), { free: { slot: ahead.taken?.[0] } });
    await pull(ill());
    const now = new Map((await house.tickets(ill())).map((t) => [t.his_id, t.status]));
    expect(now.get(back.taken?.[0] ?? '')).toBe('booked');
    expect(now.get(ahead.taken?.[0] ?? '')).toBe('free');
  });

  it('has been ill three times is asked only by one probe at a time', async () => {
    await house.control(ill(), { health: { fail: 503 } });
    for (let i = 0; i < 3; i += 1) {
      await house.db.pool.query('update his_endpoints set next_try_at = null where facility_id = $1', [
        ill().facilityId,
      ]);
      await pull(ill());
    }
    expect(await house.health(ill())).toMatchObject({ failures: 3, state: 'failing' });
    await house.control(ill(), { health: { fail: 0, slowMs: 20 } });
    await house.db.pool.query(
      `update his_endpoints set next_try_at = now() - interval '1 second' where facility_id = $1`,
      [ill().facilityId],
    );
    const probes = await Promise.all([pull(ill()), pull(ill()), pull(ill())]);
    expect(probes.map((p) => p.state).sort()).toEqual(['done', 'waiting', 'waiting']);
  });

  it('was being pulled by a process that was killed is pulled by the next once the lease is over', async () => {
    const lease = (until: string) =>
      house.db.pool.query(`update his_endpoints set pull_lease_until = now() + $2::interval where facility_id = $1`, [
        ill().facilityId,
        until,
      ]);
    await lease('50 seconds');
    expect(await pull(ill())).toMatchObject({ state: 'waiting', again: expect.any(Date) });
    await lease('-1 seconds');
    expect(await pull(ill())).toMatchObject({ state: 'done' });
  });

  it('is pulled while residents book there loses none of the bookings', async () => {
    await house.control(busy(), { touch: true });
    const booked: Awaited<ReturnType<typeof house.book>>[] = [];
    const booking = async () => {
      for (let i = 0; i < 8; i += 1) booked.push(await house.book(busy(), 1 + (i % 3)));
    };
    await Promise.all([booking(), pull(busy()), booking()]);
    await Promise.all([pull(busy()), tell(busy())]);
    await pull(busy());
    // a page that was asked for before the telling shows the number free: then it is told once more
    await tell(busy());
    for (const { made } of booked) {
      expect(await house.appointment(made.id)).toMatchObject({ status: 'booked', his_state: 'told' });
      expect(await house.ticketOf(made.id)).toMatchObject({ status: 'booked', taken_by: 'platform' });
      expect(await askAppointments(busy(), made.id)).toHaveLength(1);
    }
    await expectInSync(busy());
  });
});
