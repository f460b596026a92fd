import { randomUUID } from 'node:crypto';
import { openTestDatabase } from '#db/testing/test-database.ts';
import { recordAccess } from '../../access/record-access.ts';
import { staffActor, systemActor, testContext } from '../../kernel/test-context.ts';
import { transact } from '../../kernel/transaction.ts';
import { chainOf } from '../chain.ts';
import { recordAudit } from '../record-audit.ts';
import { type SealOptions, sealEvents } from '../seal-events.ts';
import type { StreamName } from '../streams.ts';
import { type VerifyOptions, verifyAudit } from '../verify/verify-audit.ts';

const tables = ['audit_events', 'access_events', 'audit_links', 'access_links', 'audit_checkpoints'];
export type Sealed = { owner: string; id: string; chain: number; position: number };

/** A database of its own with nothing in it, its writers, its sealer and whoever checks it. */
export async function auditHouse() {
  const db = await openTestDatabase();
  const ctx = testContext(db, systemActor());
  const publicKeys = [ctx.sealing.auditSigner.publicKey];
  return {
    ...{ db, ctx, publicKeys },
    async change(facilityId: string | null, action = 'test.change'): Promise<void> {
      const detail = { n: 1.5, word: '“引号”\n', deep: { list: [null, true] } };
      const entry = { facilityId, action, subjectType: 'test', subjectId: randomUUID(), detail };
      await transact(db, (tx) => recordAudit(tx, ctx, entry));
    },
    read: (residentId: string, what: string) =>
      recordAccess(testContext(db, staffActor('H1', 'doctor')), [residentId], what, 'care'),
    seal: (options?: SealOptions) => sealEvents(ctx, options),
    verify: (options: Partial<VerifyOptions> = {}) => verifyAudit(db, { publicKeys, ...options }),
    /** The sealed rows of a facility or a person, by position. */
    async sealed(stream: StreamName, owner: string): Promise<Sealed[]> {
      const { rows } = await db.pool.query<Sealed>(
        stream === 'changes'
          ? `select facility_id as owner, event_id as id, chain, position from audit_links where facility_id = $1 order by position`
          : `select resident_id as owner, event_id as id, chain, position from access_links where resident_id = $1 order by position`,
        [owner],
      );
      return rows;
    },
    async count(table: string): Promise<number> {
      const { rows } = await db.pool.query<{ n: number }>(`select count(*) as n from ${table}`);
      return rows[0]?.n ?? 0;
    },
    /** Keeps the database as it is now, to go back to it after each tampering. */
    async keep(): Promise<void> {
      for (const table of tables) await db.pool.query(`create table kept_${table} as table ${table}`);
    },
    async goBack(): Promise<void> {
      const steps = tables.map((table) => `delete from ${table}; insert into ${table} select * from kept_${table}`);
      await db.pool.query(steps.join(';'));
    },
  };
}
export type AuditHouse = Awaited<ReturnType<typeof auditHouse>>;

/** Facilities of chains that differ from one another. */
export const facilitiesApart = (n: number): string[] => {
  const byChain = new Map<number, string>();
  for (let i = 1; byChain.size < n; i += 1) byChain.set(chainOf(`H${i}`), `H${i}`);
  return [...byChain.values()].slice(0, n);
};
