import { systemActor, testContext } from '../../kernel/test-context.ts';
import { transact } from '../../kernel/transaction.ts';
import { moveRecord } from '../../records/identity/move-record.ts';
import { topicOf } from '../../records/rules.ts';
import { takeIn } from '../../records/take-in.ts';
import type { Told } from '../../records/told.ts';
import { withdrawEntries } from '../../records/withdraw-entries.ts';
import { planningJobs } from '../jobs.ts';
import { at, type PlanningHouse, today } from './planning-house.ts';

/** What a hospital writes of one of its patients, four days before the clock of the house. */
export const entry = (sourceId: string, title: string, more: Partial<Told> = {}): Told => ({
  ...{ type: 'Procedure', sourceId, title, patient: 'p', version: '1', updated: new Date('2026-11-20T01:00:00Z') },
  ...{ encounter: null, startsAt: new Date('2026-11-20T01:00:00Z'), endsAt: null, status: 'completed', code: '' },
  ...{ topic: topicOf([], title), search: [], values: {}, facts: {}, findings: [], gap: '', gapLabel: '', body: '{}' },
  ...more,
});

/** A hospital that tells, takes back, and is mistaken about whom; each time the jobs that this queues are done, unless they are left for later. */
export function tellingTo({ db, other }: PlanningHouse) {
  const platform = testContext(db, systemActor(), at(today));
  const work = async (): Promise<void> => {
    const { rows } = await db.pool.query<{ payload: { residentIds: string[] } }>(
      `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
       where t.id = j.task_id and t.identifier = 'planning-prompts' returning j.payload`,
    );
    for (const { payload } of rows) await planningJobs['planning-prompts'](payload, platform);
  };
  return {
    work,
    tell: async ({ residentId }: { residentId: string }, told: Told[], worked = true): Promise<void> => {
      await transact(db, (tx) => takeIn(tx, platform, other.facilityId, told, new Map([['p', residentId]])));
      if (worked) await work();
    },
    move: async (from: { residentId: string }, to: { residentId: string }): Promise<void> => {
      const moved = { facilityId: other.facilityId, patient: 'p', from: from.residentId, to: to.residentId };
      await transact(db, (tx) => moveRecord(tx, moved));
      await work();
    },
    withdraw: async (type: string, sourceIds: string[]): Promise<void> => {
      await transact(db, (tx) => withdrawEntries(tx, platform, other.facilityId, type, sourceIds));
      await work();
    },
  };
}
export type Telling = ReturnType<typeof tellingTo>;
