import type { Database } from '#db/client.ts';
import { streamNames } from '../streams.ts';
import { verifyStream } from './chains.ts';
import { type Noted, verifyCheckpoints } from './checkpoints.ts';
import type { AuditReport, StreamReport } from './findings.ts';

export type VerifyOptions = { publicKeys: string[]; noted?: Noted };

/**
 * Holds every audit and access row against its link, every link against the one before it, every chain against the
 * signed checkpoints. Reads one snapshot and writes nothing, so it may run while the platform works.
 */
export async function verifyAudit(db: Pick<Database, 'pool'>, options: VerifyOptions): Promise<AuditReport> {
  const client = await db.pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const checkpoints = await verifyCheckpoints(client, options.publicKeys, options.noted ?? null);
    const streams: StreamReport[] = [];
    for (const name of streamNames)
      streams.push(await verifyStream(client, name, checkpoints.last?.checkpoint ?? null));
    const { count, first, last, tookInAll, bad, noted } = checkpoints;
    return {
      checkpoints: {
        ...{ count, number: last?.checkpoint.number ?? 0, digest: last?.digest ?? null },
        ...{ first: first?.at ?? null, last: last?.checkpoint.at ?? null },
      },
      ...{ tookInAll, badCheckpoints: bad, noted, streams },
      genuine:
        last !== null && bad.length === 0 && noted !== false && streams.every((stream) => stream.first.length === 0),
    };
  } finally {
    await client.query('rollback').catch(() => {});
    client.release();
  }
}
