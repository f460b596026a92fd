import type { ClientBase } from 'pg';
import { type Checkpoint, checkCheckpoint, checkpointDigest, type StoredCheckpoint } from '../checkpoint.ts';
import type { CheckpointFinding } from './findings.ts';

/** As somebody wrote it down from the log or the officials' page; `digest` may be its beginning only. */
export type Noted = { number: number; digest: string };
type Standing = { checkpoint: Checkpoint; digest: string };

export type CheckpointsReport = {
  count: number;
  first: Checkpoint | null;
  /** The last genuine one in an unbroken line from the first: chains are held against it. */
  last: Standing | null;
  tookInAll: { number: number; at: string }[];
  bad: CheckpointFinding[];
  noted: boolean | null;
};

const page = 500;

/** Goes through all checkpoints; behind the first bad one none is believed. */
export async function verifyCheckpoints(
  db: ClientBase,
  publicKeys: string[],
  noted: Noted | null,
): Promise<CheckpointsReport> {
  const report: CheckpointsReport = { count: 0, first: null, last: null, tookInAll: [], bad: [], noted: null };
  if (noted) report.noted = false;
  for (let number: number | null = -2_147_483_648; number !== null; ) {
    const rows: StoredCheckpoint[] = await readPage(db, number);
    for (const row of rows) take(report, row, publicKeys, noted);
    number = rows.length === page ? (rows.at(-1)?.number ?? null) : null;
  }
  return report;
}

async function readPage(db: ClientBase, after: number): Promise<StoredCheckpoint[]> {
  const { rows } = await db.query<StoredCheckpoint>(
    'select number, body, signature from audit_checkpoints where number > $1 order by number limit $2',
    [after, page],
  );
  return rows;
}

function take(report: CheckpointsReport, row: StoredCheckpoint, publicKeys: string[], noted: Noted | null): void {
  report.count += 1;
  const digest = checkpointDigest(row);
  if (noted && noted.number === row.number && digest.startsWith(noted.digest)) report.noted = true;
  if (report.bad.length > 0) return;
  const checked = checkCheckpoint(row, report.last, publicKeys);
  if ('fault' in checked) {
    report.bad.push({ number: row.number, fault: checked.fault });
    return;
  }
  report.first ??= checked;
  // until the first pass over all rows is through, nothing stands before which a row could be dated back
  if (report.last?.checkpoint.next && checked.since === null)
    report.tookInAll.push({ number: checked.number, at: checked.at });
  report.last = { checkpoint: checked, digest };
}
