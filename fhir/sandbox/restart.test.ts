import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fromAppointment, toAppointment } from '../resources/appointment.ts';
import { fromSchedule } from '../resources/schedule.ts';
import { appointmentFor, openBench } from './testing.ts';

let stateDir: string;
beforeEach(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'sandbox-'));
});
afterEach(() => rm(stateDir, { recursive: true, force: true }));

describe.each(['lean', 'medplum'] as const)('a %s hospital that is started again', (kind) => {
  const open = (change: object = {}) => openBench({ kind, ...change }, {}, { stateDir });

  test('still has its appointments, and what was taken and stopped', async () => {
    let bench = await open();
    const slot = await bench.freeSlot();
    const created = await bench.book(slot);
    const other = (await bench.slots({ status: 'free' })).find((one) => one.scheduleHisId !== slot.scheduleHisId);
    await bench.control({ stop: { schedule: other?.scheduleHisId ?? '', reason: '停诊' } });
    const { taken } = await bench.control({ take: { any: 1 } });
    const before = new Map((await bench.slots()).map((one) => [one.hisId, one]));
    await bench.close();

    bench = await open();
    expect((await bench.book(slot)).id).toBe(created.id);
    const after = await bench.slots();
    expect(new Map(after.map((one) => [one.hisId, one.status]))).toEqual(
      new Map([...before.values()].map((one) => [one.hisId, one.status])),
    );
    expect(taken?.every((id) => after.find((one) => one.hisId === id)?.status === 'busy')).toBe(true);
    expect(fromSchedule(await bench.client.read('Schedule', other?.scheduleHisId ?? '')).active).toBe(false);
    const id = String(created.id);
    await bench.client.update({ ...toAppointment(appointmentFor(slot, { status: 'cancelled' }), id), id });
    expect((await bench.slots({ _id: slot.hisId }))[0]?.status).toBe('free');
    await bench.close();
  });

  test('gives its word on what was pending', async () => {
    let bench = await open({ authority: 'confirmed', confirmAfterMs: 60_000 });
    const created = await bench.book(await bench.freeSlot(), { status: 'held' });
    await bench.close();
    bench = await open({ authority: 'confirmed', confirmAfterMs: 50 });
    const word = async () => fromAppointment(await bench.client.read('Appointment', String(created.id))).status;
    await expect.poll(word, { timeout: 8_000 }).toBe('booked');
    await bench.close();
  });

  test('forgets all where it has no place to write', async () => {
    let bench = await openBench({ kind });
    const slot = await bench.freeSlot();
    await bench.book(slot);
    await bench.close();
    bench = await openBench({ kind });
    expect(await bench.pull('Appointment')).toEqual([]);
    expect((await bench.slots({ _id: slot.hisId }))[0]?.status).toBe('free');
    await bench.close();
  });
});

test('no version comes twice with another content', async () => {
  let now = Date.parse('2026-11-23T02:00:00Z');
  const clock = () => now;
  let bench = await openBench({}, {}, { clock });
  const slot = await bench.freeSlot();
  await bench.control({ take: { slot: slot.hisId } });
  const [taken] = await bench.slots({ _id: slot.hisId });
  await bench.close();
  now += 60_000;
  bench = await openBench({}, {}, { clock });
  const [fresh] = await bench.slots({ _id: slot.hisId });
  expect(fresh?.status).toBe('free');
  expect([slot.version, taken?.version]).not.toContain(fresh?.version);
  await bench.close();
});
