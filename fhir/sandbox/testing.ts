import { createHisClient, type HisClient, type HisEndpoint } from '../client/his-client.ts';
import { type AppointmentValue, sameAppointment, toAppointment } from '../resources/appointment.ts';
import type { FhirResource } from '../resources/resource.ts';
import { fromSlot, type SlotValue } from '../resources/slot.ts';
import type { HospitalConfig } from './config.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from './server.ts';

/** A sandbox with one hospital 'h1', its client and its window: what a test needs. */
export type Bench = Sandbox & {
  client: HisClient;
  control(command: object): Promise<{ taken?: string[]; log: { requests: number }; counts: Record<string, number> }>;
  pull(type: string, params?: Record<string, string>): Promise<FhirResource[]>;
  slots(params?: Record<string, string>): Promise<SlotValue[]>;
  freeSlot(): Promise<SlotValue>;
  book(slot: SlotValue, change?: Partial<AppointmentValue>): Promise<FhirResource>;
};

const hospital = { code: 'h1', name: '测试医院', token: 't', noticeToken: 'n', seed: 0, days: 3 };
const departments = [
  { code: '03.04', name: '心血管内科' },
  { code: '07', name: '儿科' },
];

export async function openBench(
  change: Partial<HospitalConfig> = {},
  limits: Partial<HisEndpoint> = {},
  options: Partial<SandboxOptions> = {},
): Promise<Bench> {
  const sandbox = await startSandbox({ ...options, hospitals: [{ ...hospital, departments, ...change }] });
  const guard = { allowPrivate: true, timeoutMs: 5_000, maxBodyBytes: 5_000_000, maxConcurrency: 4 };
  const baseUrl = `${sandbox.url}/his/h1${change.basePath ?? '/fhir/r4'}`;
  const client = createHisClient({ code: 'h1', baseUrl, token: 't', ...guard, ...limits });

  async function pull(type: string, params: Record<string, string> = {}): Promise<FhirResource[]> {
    const found: FhirResource[] = [];
    for await (const page of client.search(type, params)) found.push(...page);
    return found;
  }
  const slots = async (params: Record<string, string> = {}) =>
    (await pull('Slot', { _count: '100', ...params })).map(fromSlot);
  return {
    url: sandbox.url,
    client,
    pull,
    slots,
    async control(command) {
      const answer = await fetch(`${sandbox.url}/his/h1/_control`, { method: 'POST', body: JSON.stringify(command) });
      if (!answer.ok) throw new Error(`control ${answer.status}: ${await answer.text()}`);
      return (await answer.json()) as Awaited<ReturnType<Bench['control']>>;
    },
    async freeSlot() {
      const [found] = await slots({ status: 'free' });
      if (!found) throw new Error('no free slot');
      return found;
    },
    book(slot, value = {}) {
      const appointment = appointmentFor(slot, value);
      return client.create(toAppointment(appointment), sameAppointment(appointment.platformId));
    },
    async close() {
      client.close();
      await sandbox.close();
    },
  };
}

export function appointmentFor(slot: SlotValue, change: Partial<AppointmentValue> = {}): AppointmentValue {
  return {
    platformId: 'b-1',
    code: 'K7Q2',
    slotHisId: slot.hisId,
    residentName: '王小明',
    residentIdMasked: '5101**********0013',
    phoneMasked: '138****0000',
    status: 'booked',
    start: slot.start,
    end: slot.end,
    created: '2026-11-23T01:00:00.000Z',
    ...change,
  };
}
