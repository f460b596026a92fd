import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { dyingAfter } from '../draws/testing/draw-house.ts';
import { taskList } from '../jobs.ts';
import { transact } from '../kernel/transaction.ts';
import { recordAudit } from './record-audit.ts';
import { findLastCheckpoint, sealEvents } from './seal-events.ts';
import { type AuditHouse, auditHouse, facilitiesApart } from './testing/audit-house.ts';

let house: AuditHouse;
beforeEach(async () => {
  house = await auditHouse();
});
afterEach(() => house.db.close());

const [near = '', far = ''] = facilitiesApart(2);

/** All rows have their link, every chain is whole. */
async function expectSealed({ changes, reads }: { changes: number; reads: number }): Promise<void> {
  const report = await house.verify();
  expect(report).toMatchObject({ genuine: true, badCheckpoints: [] });
  expect(report.streams).toEqual([
    { stream: 'changes', links: changes, first: [], more: 0, waiting: { rows: 0, since: null } },
    { stream: 'reads', links: reads, first: [], more: 0, waiting: { rows: 0, since: null } },
  ]);
}

// what stands in a database that others fill at the same time cannot be counted
describe.skipIf(inject('testServer').shared)('the sealer', () => {
  it('seals changes and reads by the job of the worker, and finds nothing to do the next time', async () => {
    const person = randomUUID();
    for (const facility of [near, far, near, null]) await house.change(facility);
    await house.read(person, 'record');
    await house.read(person, 'appointment');
    expect((await house.verify()).genuine).toBe(false);
    const job = taskList(house.ctx)['audit-seal'];
    await job?.({}, {} as never);
    await expectSealed({ changes: 4, reads: 2 });
    expect(await house.sealed('changes', near)).toMatchObject([{ position: 1 }, { position: 2 }]);
    expect(await house.sealed('reads', person)).toMatchObject([{ position: 1 }, { position: 2 }]);
    await job?.({}, {} as never);
    expect(await house.count('audit_checkpoints')).toBe(1);
  });

  it('signs once an hour though nothing happens', async () => {
    await house.seal();
    const at = (minutes: number) => ({ ...house.ctx, clock: { now: () => new Date(Date.now() + minutes * 60_000) } });
    await sealEvents(at(59));
    expect(await house.count('audit_checkpoints')).toBe(1);
    await sealEvents(at(61));
    expect(await house.count('audit_checkpoints')).toBe(2);
    await expectSealed({ changes: 0, reads: 0 });
  });

  it('seals in rounds what is too much for one transaction', async () => {
    for (let i = 0; i < 12; i += 1) await house.change(i % 2 ? near : far);
    expect(await house.seal({ rowsAtOnce: 5 })).toEqual({ rows: 12 });
    expect(await house.count('audit_checkpoints')).toBe(3);
    await expectSealed({ changes: 12, reads: 0 });
    expect((await house.verify()).tookInAll).toEqual([]);
  });

  it('moves on after a last round that was just full, so that nothing is dated back unseen', async () => {
    for (let i = 0; i < 10; i += 1) await house.change(near);
    expect(await house.seal({ rowsAtOnce: 5 })).toEqual({ rows: 10 });
    const last = await findLastCheckpoint(house.db.pool as never);
    expect(last?.checkpoint.next).not.toBeNull();
    await expectSealed({ changes: 10, reads: 0 });
  });

  it('seals a row that commits long after later ones were sealed', async () => {
    const slow = await house.db.pool.connect();
    await slow.query('begin');
    await slow.query(
      `insert into audit_events (facility_id, id, at, actor_kind, actor_id, action, subject_type, subject_id)
       values ($1, $2, now(), 'system', 'slow', 'test.late', 'test', '1')`,
      [near, randomUUID()],
    );
    await house.change(near);
    // without any slack only the transaction that is still open holds the horizon back
    await house.seal({ slackMs: 0 });
    await house.change(near);
    await house.seal({ slackMs: 0 });
    expect(await house.sealed('changes', near)).toHaveLength(2);
    await slow.query('commit');
    slow.release();
    await house.seal({ slackMs: 0 });
    await expectSealed({ changes: 3, reads: 0 });
  });

  it('leaves rows dated back to whoever asks for all, and says in the checkpoint that they were taken in', async () => {
    await house.seal();
    const lastYear = { ...house.ctx, clock: { now: () => new Date(Date.now() - 365 * 86_400_000) } };
    const entry = { facilityId: near, action: 'demo.past', subjectType: 'test', subjectId: '1' };
    await transact(house.db, (tx) => recordAudit(tx, lastYear, entry));
    expect(await house.seal()).toEqual({ rows: 0 });
    expect((await house.verify()).streams[0]?.first).toMatchObject([{ fault: 'unsealed', row: { owner: near } }]);
    expect(await house.seal({ everything: true })).toEqual({ rows: 1 });
    await expectSealed({ changes: 1, reads: 0 });
    expect((await house.verify()).tookInAll).toMatchObject([{ number: 2 }]);
  });

  it('works once though several workers seal while others write', async () => {
    let writing = true;
    const writer = async (facility: string) => {
      for (let i = 0; i < 30; i += 1) await house.change(facility);
    };
    const worker = async () => {
      let rows = 0;
      while (writing) rows += (await house.seal({ rowsAtOnce: 4 })).rows;
      return rows;
    };
    const workers = [worker(), worker(), worker()];
    await Promise.all([writer(near), writer(far), writer(near)]);
    writing = false;
    const rows = (await Promise.all(workers)).reduce((sum, n) => sum + n, 0);
    const last = await house.seal();
    expect(rows + last.rows).toBe(90);
    await expectSealed({ changes: 90, reads: 0 });
  });

  it('leaves nothing half done though it dies at any one of its statements', async () => {
    let changes = 0;
    for (let statement = 0; ; statement += 1) {
      for (let i = 0; i < 3; i += 1) await house.change(near);
      changes += 3;
      const mortal = dyingAfter(house.db, statement);
      const outcome = await sealEvents({ ...house.ctx, db: mortal.db }, { rowsAtOnce: 2 }).then(
        () => 'done',
        () => 'died',
      );
      expect(outcome).toBe(mortal.died() ? 'died' : 'done');
      const last = await findLastCheckpoint(house.db.pool as never);
      const signed = (last?.checkpoint.heads.changes.counts ?? []).reduce((sum, n) => sum + n, 0);
      expect(await house.count('audit_links')).toBe(signed);
      await house.seal();
      await expectSealed({ changes, reads: 0 });
      if (outcome === 'done') break;
    }
    // two rounds of begin, lock, last, rows and links of each stream, checkpoint, commit
    expect(changes).toBeGreaterThan(3 * 12);
  });
});
