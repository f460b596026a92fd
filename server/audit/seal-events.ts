import type { Context } from '../kernel/context.ts';
import { gauge } from '../kernel/metrics.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { chainOf, linkHash } from './chain.ts';
import { type Checkpoint, checkpointDigest, linksIn, noHeads, readCheckpoint, signCheckpoint } from './checkpoint.ts';
import { type StreamName, streamNames, streams } from './streams.ts';

/** Rows of each stream in one transaction: a second or so on a busy machine of two cores. */
const chunk = 5000;
/** How long before its transaction began a row may have been dated: waiting for a turn, clocks of two machines. */
const usualSlackMs = 5 * 60_000;
/** Without rows to seal a checkpoint is due all the same, so that silence is not taken for health. */
const idleMs = 3_600_000;

const sealedAt = gauge('huimin_audit_checkpoint_seconds', 'When the last checkpoint was signed, in Unix time');

type Sealing = Pick<Context, 'db' | 'clock' | 'sealing' | 'log'>;
export type SealOptions = {
  /** Look at all rows, not only at the last minutes: for rows that were dated back on purpose, as in the demo. */
  everything?: boolean;
  rowsAtOnce?: number;
  slackMs?: number;
};
type From = Record<StreamName, string>;
type Round = { rows: number; from: From; full: boolean };
type Run = { everything: boolean; rowsAtOnce: number; horizon: string; from: From | null };

/**
 * Seals every row that has no link yet and signs a checkpoint over all chains, off the path of those who write the
 * rows. Each round is one transaction, so it happens whole or not at all; a second sealer leaves at once.
 */
export async function sealEvents(ctx: Sealing, options: SealOptions = {}): Promise<{ rows: number }> {
  const { everything = false, rowsAtOnce = chunk, slackMs = usualSlackMs } = options;
  const horizon = await findHorizon(ctx, slackMs);
  let rows = 0;
  let from: From | null = null;
  for (;;) {
    const run: Run = { everything, rowsAtOnce, horizon, from };
    const round = await transact(ctx.db, (tx) => sealRound(tx, ctx, run));
    rows += round?.rows ?? 0;
    if (!round?.full) return { rows };
    from = round.from;
  }
}

/**
 * The instant from which on rows may still appear: those of transactions that are open now, and later ones. Asked
 * before the rows are read, so whatever the reading does not see is dated behind it, however late it commits.
 */
async function findHorizon({ db, clock }: Sealing, slackMs: number): Promise<string> {
  const now = clock.now().getTime();
  const { rows } = await db.pool.query<{ seconds: number }>(
    `select coalesce(extract(epoch from clock_timestamp() - min(began)), 0)::float8 as seconds
     from (select xact_start as began from pg_stat_activity
           where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()
           union all select prepared from pg_prepared_xacts where database = current_database()) as open`,
  );
  const openMs = Math.max(0, (rows[0]?.seconds ?? 0) * 1000);
  return new Date(Math.floor(now - openMs - slackMs)).toISOString();
}

/** One round; null when another sealer is at work. */
async function sealRound(tx: Tx, ctx: Sealing, run: Run): Promise<Round | null> {
  const lock = await tx.client.query<{ free: boolean }>('select pg_try_advisory_xact_lock(7146002) as free');
  if (!lock.rows[0]?.free) return null;
  const last = await findLastCheckpoint(tx.client);
  const since = run.everything ? null : (last?.checkpoint.next ?? null);
  const from = run.from ?? { changes: since ?? '-infinity', reads: since ?? '-infinity' };
  const heads = structuredClone(last?.checkpoint.heads ?? noHeads());
  const sealed = { changes: 0, reads: 0 };
  for (const name of streamNames) {
    const rows = await linkRows(tx, name, heads[name], { from: from[name], limit: run.rowsAtOnce });
    sealed[name] = rows.length;
    from[name] = rows.at(-1)?.at ?? from[name];
  }
  const full = streamNames.some((name) => sealed[name] === run.rowsAtOnce);
  const rows = sealed.changes + sealed.reads;
  const at = ctx.clock.now();
  // after full rounds the line from which to read again has still to move on, even if nothing was left
  const isBehind = run.from !== null || !last?.checkpoint.next;
  if (rows === 0 && !isBehind && at.getTime() - Date.parse(last.checkpoint.at) < idleMs) return { rows, from, full };
  await writeCheckpoint(tx, ctx, {
    ...{ number: (last?.checkpoint.number ?? 0) + 1, at: at.toISOString(), since, before: last?.digest ?? null, heads },
    next: full ? (last?.checkpoint.next ?? null) : run.horizon,
  });
  return { rows, from, full };
}

/** The newest one, as it stands: whether it is genuine is for `verifyAudit` to say. */
export async function findLastCheckpoint(
  db: Pick<Tx['client'], 'query'>,
): Promise<{ checkpoint: Checkpoint; digest: string } | null> {
  const { rows } = await db.query<{ body: string; signature: Buffer }>(
    'select body, signature from audit_checkpoints order by number desc limit 1',
  );
  return rows[0] ? { checkpoint: readCheckpoint(rows[0]), digest: checkpointDigest(rows[0]) } : null;
}

type LooseRow = { owner: string; id: string; at: string; form: string };

/** Links the oldest rows without a link and moves the heads of their chains on. */
async function linkRows(
  tx: Tx,
  name: StreamName,
  heads: Checkpoint['heads'][StreamName],
  { from, limit }: { from: string; limit: number },
): Promise<LooseRow[]> {
  const { rows } = await tx.client.query<LooseRow>(streams[name].loose, [from, limit]);
  if (rows.length === 0) return rows;
  const links = rows.map(({ owner, form }) => {
    const chain = chainOf(owner);
    const hash = linkHash(Buffer.from(heads.hashes[chain] ?? '', 'hex'), form);
    const position = (heads.counts[chain] ?? 0) + 1;
    heads.counts[chain] = position;
    heads.hashes[chain] = hash.toString('hex');
    return { chain, position, hash };
  });
  await tx.client.query(streams[name].link, [
    ...[rows.map((row) => row.owner), rows.map((row) => row.id)],
    ...[links.map((link) => link.chain), links.map((link) => link.position), links.map((link) => link.hash)],
  ]);
  return rows;
}

/** The digest goes to the log, out of reach of whoever can only change the database. */
async function writeCheckpoint(tx: Tx, ctx: Sealing, checkpoint: Omit<Checkpoint, 'format'>): Promise<void> {
  const stored = signCheckpoint(ctx.sealing.auditSigner, checkpoint);
  await tx.client.query('insert into audit_checkpoints (number, body, signature) values ($1, $2, $3)', [
    ...[stored.number, stored.body, stored.signature],
  ]);
  const { number, body } = stored;
  const signed = readCheckpoint({ body });
  const counts = { changes: linksIn(signed, 'changes'), reads: linksIn(signed, 'reads') };
  ctx.log.info({ checkpoint: number, digest: checkpointDigest(stored), ...counts }, 'audit checkpoint');
  sealedAt.set(Date.parse(checkpoint.at) / 1000);
}
