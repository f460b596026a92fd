import type { ClientBase } from 'pg';
import { beginningOf, chainCount, chainOf, linkHash } from '../chain.ts';
import { type Checkpoint, type Heads, noHeads, readCheckpoint } from '../checkpoint.ts';
import { type StreamName, streams } from '../streams.ts';
import type { ChainFault, ChainFinding, RowName, StreamReport } from './findings.ts';

type Link = { chain: number; position: number; owner: string; id: string; hash: Buffer; at: string | null } & {
  form: string | null;
};
type Note = (finding: ChainFinding) => void;

const page = 5000;
const chains = Array.from({ length: chainCount }, (_, chain) => chain);

/** Goes through all chains of a stream link by link and holds them against the last genuine checkpoint. */
export async function verifyStream(db: ClientBase, stream: StreamName, last: Checkpoint | null): Promise<StreamReport> {
  const heads = (last?.heads ?? noHeads())[stream];
  const found = new Map<number, ChainFinding>();
  let more = 0;
  const note: Note = (finding) => {
    if (found.has(finding.chain)) more += 1;
    else found.set(finding.chain, finding);
  };
  const links = await walkChains(db, stream, heads, note);
  for (const finding of found.values())
    if (finding.fault === 'rewritten') finding.since = await narrow(db, finding, last?.number ?? 0);
  const waiting = await noteUnsealed(db, stream, last, note);
  return { stream, links, first: [...found.values()].sort((a, b) => a.chain - b.chain), more, waiting };
}

/** Returns how many links there are. What follows a bad link is judged by the hash that is stored in it. */
async function walkChains(db: ClientBase, stream: StreamName, heads: Heads, note: Note): Promise<number> {
  const reached = chains.map((chain) => ({ position: 0, hash: beginningOf(stream, chain) }));
  let count = 0;
  for await (const link of linksOf(db, stream)) {
    count += 1;
    const { chain, position, owner, id, at } = link;
    const bad = (fault: ChainFault) => note({ stream, chain, fault, position, row: { owner, id, at } });
    const before = reached[chain];
    const end = heads.counts[chain] ?? 0;
    if (!before) {
      bad('no-chain');
      continue;
    }
    if (position > before.position + 1)
      note({ stream, chain, fault: 'link-gone', position: before.position + 1, row: null });
    else {
      const fault = faultOf(link, before, end);
      if (fault) bad(fault);
    }
    if (position === end && link.hash.toString('hex') !== heads.hashes[chain]) bad('rewritten');
    reached[chain] = link;
  }
  for (const [chain, { position }] of reached.entries())
    if (position < (heads.counts[chain] ?? 0)) note({ stream, chain, fault: 'cut', position: position + 1, row: null });
  return count;
}

function faultOf(link: Link, before: { position: number; hash: Buffer }, end: number): ChainFault | null {
  if (link.position <= before.position) return 'twice';
  if (link.form === null) return 'row-gone';
  if (!linkHash(before.hash, link.form).equals(link.hash)) return 'changed';
  return link.position > end ? 'unsigned' : null;
}

async function* linksOf(db: ClientBase, stream: StreamName): AsyncGenerator<Link> {
  // before anything that the columns can hold, as forged links may stand anywhere
  let after: unknown[] = [-32_768, '-9223372036854775808', '00000000-0000-0000-0000-000000000000'];
  for (;;) {
    const { rows }: { rows: Link[] } = await db.query<Link>(streams[stream].links, [...after, page]);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < page) return;
    after = [last.chain, last.position, last.id];
  }
}

/** Where a chain that was written anew parts from what was signed, by halving among the checkpoints. */
async function narrow(db: ClientBase, { stream, chain }: ChainFinding, newest: number): Promise<ChainFinding['since']> {
  let [good, bad, position] = [0, newest, 0];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    const signed = await db.query<{ body: string }>('select body from audit_checkpoints where number = $1', [middle]);
    const heads = readCheckpoint({ body: signed.rows[0]?.body ?? '' }).heads[stream];
    const count = heads.counts[chain] ?? 0;
    const stored = await db.query<{ hash: Buffer }>(streams[stream].hashAt, [chain, count]);
    const agrees = count === 0 || stored.rows[0]?.hash.toString('hex') === heads.hashes[chain];
    if (agrees) [good, position] = [middle, count];
    else bad = middle;
  }
  return { position, checkpoint: bad };
}

type Waiting = { behind: number; fresh: number; since: string | null };

/** Rows that no checkpoint will seal any more, as they are dated before what is sealed; the rest waits. */
async function noteUnsealed(
  db: ClientBase,
  stream: StreamName,
  last: Checkpoint | null,
  note: Note,
): Promise<StreamReport['waiting']> {
  const next = last?.next ?? '-infinity';
  const { rows } = await db.query<Waiting>(streams[stream].waiting, [next]);
  const { behind, fresh, since } = rows[0] ?? { behind: 0, fresh: 0, since: null };
  if (behind > 0) {
    const loose = await db.query<RowName>(streams[stream].loose, ['-infinity', Math.min(behind, page)]);
    for (const { owner, id, at } of loose.rows)
      note({ stream, chain: chainOf(owner), fault: 'unsealed', position: null, row: { owner, id, at } });
  }
  return { rows: fresh, since };
}
