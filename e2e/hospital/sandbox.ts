import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { pullRecords } from '#server/his-sync/pull-records.ts';
import type { Stage } from '../support/stage.ts';

type Resource = Record<string, unknown> & { id: string; status?: string };
type Known = { code: string; facilityId?: string; token: string };

/** The hospital's own system, asked as anybody with its key would: plain FHIR over HTTP, no code of ours between. */
export function hospitalSystem(facilityId: string) {
  const { hospitals } = JSON.parse(readFileSync(join(process.env.E2E_DATA ?? '', 'sandbox.json'), 'utf8'));
  const known: Known = hospitals.find((h: Known) => h.code.toUpperCase() === facilityId);
  const base = `${process.env.E2E_SANDBOX_URL}/his/${known.code}`;
  const get = async (path: string) => {
    const answer = await fetch(`${base}/fhir/r4/${path}`, { headers: { authorization: `Bearer ${known.token}` } });
    return answer.json();
  };
  return {
    /** The Appointment that carries our id, or undefined. */
    async appointment(platformId: string): Promise<Resource | undefined> {
      return (await get(`Appointment?identifier=${platformId}`)).entry?.[0]?.resource;
    },
    async slotOf(appointment: Resource): Promise<Resource & { schedule: { reference: string } }> {
      return get((appointment.slot as { reference: string }[])[0]?.reference ?? '');
    },
    freeSlots: async (schedule: string): Promise<Resource[]> => {
      const bundle = await get(`Slot?schedule=${schedule}&status=free&_count=100`);
      return (bundle.entry ?? []).map((entry: { resource: Resource }) => entry.resource);
    },
    /** Any patient that the hospital has treated. */
    async somePatient(): Promise<Resource> {
      return (await get('Patient?_count=1')).entry[0].resource;
    },
    /** What happens at the hospital itself: a number taken at the window, a clinic stopped. */
    async control(command: Record<string, unknown>): Promise<Record<string, unknown>> {
      const body = JSON.stringify(command);
      const headers = { 'content-type': 'application/json' };
      return (await fetch(`${base}/_control`, { method: 'POST', headers, body })).json();
    },
  };
}

/** Has the platform read this hospital's records now, as its worker would when it comes to it; whoever reads already is waited for. */
export async function readNow(stage: Stage, facilityId: string): Promise<void> {
  const read = async () => (await pullRecords(stage, facilityId)).state;
  await expect.poll(read, { message: `records of ${facilityId}`, timeout: 90_000 }).toBe('done');
}
