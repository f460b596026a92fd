import { randomUUID } from 'node:crypto';
import { transact } from '#server/kernel/transaction.ts';
import { takeIn } from '#server/records/take-in.ts';
import type { Told } from '#server/records/told.ts';
import { facilityId } from '#server/start/demo-house.ts';
import type { Stage } from './stage.ts';

/** A hospital that no journey signs in to. */
const author = 'H0399';
const dayMs = 86_400_000;

/** What a hospital elsewhere wrote of this person: an allergy, a medicine in use, a fresh result, and something guarded. */
export async function writeChart(stage: Stage, residentId: string): Promise<void> {
  const patient = randomUUID();
  const at = new Date(stage.clock.now().getTime() - 20 * dayMs);
  const entry = (type: string, title: string, change: Partial<Told> = {}): Told => ({
    ...{
      type,
      title,
      patient,
      sourceId: randomUUID(),
      version: '1',
      updated: at,
      encounter: null,
      startsAt: at,
      endsAt: null,
    },
    ...{
      status: 'active',
      code: '',
      topic: 'general',
      search: [],
      facts: {},
      body: '{}',
      findings: [],
      gap: '',
      gapLabel: '',
      values: {},
    },
    ...change,
  });
  const reading = { title: '血红蛋白', value: '108', unit: 'g/L', low: '115', high: '150', flag: 'low' };
  const told = [
    entry('AllergyIntolerance', '青霉素', { facts: { critical: true } }),
    entry('MedicationRequest', '硫酸亚铁片'),
    entry('Observation', '血红蛋白', { status: 'final', code: 'http://loinc.org|718-7', facts: { reading } }),
    entry('Condition', '缺铁性贫血'),
    entry('Condition', '焦虑状态', { topic: 'mental_health' }),
  ];
  const ctx = { ...stage, actor: { kind: 'system', job: 'journeys' } as const };
  await transact(stage.db, (tx) => takeIn(tx, ctx, author, told, new Map([[patient, residentId]])));
}

/** Something done to this person at a hospital elsewhere, some days ago, on a guarded topic. */
export async function writeProcedure(stage: Stage, residentId: string, title: string, daysAgo: number): Promise<void> {
  const at = new Date(stage.clock.now().getTime() - daysAgo * dayMs);
  const told: Told = {
    ...{
      type: 'Procedure',
      title,
      patient: residentId,
      sourceId: randomUUID(),
      version: '1',
      updated: at,
      startsAt: at,
    },
    ...{ encounter: null, endsAt: at, status: 'completed', code: '', topic: 'family_planning', search: [], values: {} },
    ...{ facts: {}, body: '{}', findings: [], gap: '', gapLabel: '' },
  };
  const ctx = { ...stage, actor: { kind: 'system', job: 'journeys' } as const };
  await transact(stage.db, (tx) => takeIn(tx, ctx, author, [told], new Map([[residentId, residentId]])));
}

type Visit = { residentId: string; name: string; number: string; at: Date; reason?: string };

/** A visit at the county hospital without a diagnosis; told again with a reason it is the mended version. */
export async function writeVisit(stage: Stage, { residentId, name, number, at, reason }: Visit): Promise<void> {
  const told: Told = {
    ...{ type: 'Encounter', title: `${name} 门诊`, patient: `p-${number}`, sourceId: number, status: 'finished' },
    ...{ version: reason ? '2' : '1', updated: at, encounter: null, startsAt: at, endsAt: at, code: '' },
    ...{ topic: 'general', search: [], values: {}, body: '{}', findings: [], gap: '', gapLabel: '' },
    facts: { visitKind: 'outpatient', department: '内科', ...(reason && { reason }) },
  };
  const ctx = { ...stage, actor: { kind: 'system', job: 'journeys' } as const };
  await transact(stage.db, (tx) => takeIn(tx, ctx, facilityId, [told], new Map([[told.patient, residentId]])));
}
