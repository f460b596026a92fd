import type { StreamName } from '../streams.ts';

/** A row as a finding names it. */
export type RowName = { owner: string; id: string; at: string | null };

/**
 * What is wrong at one place of a chain. changed: the row or its link is not what was sealed; row-gone: sealed, no
 * longer there; link-gone: a position is missing; twice: a position is there twice; rewritten: the links follow from one
 * another, but are not those that were signed; cut: the chain ends before its signed end; unsigned: it goes on behind it;
 * no-chain: a link that belongs to none of the chains; unsealed: dated before what is sealed, but without a link.
 */
export type ChainFault =
  | 'changed'
  | 'row-gone'
  | 'link-gone'
  | 'twice'
  | 'rewritten'
  | 'cut'
  | 'unsigned'
  | 'no-chain'
  | 'unsealed';

export type ChainFinding = {
  stream: StreamName;
  chain: number;
  fault: ChainFault;
  /** Null for a row without a link. */
  position: number | null;
  /** Null where the row cannot be known. */
  row: RowName | null;
  /** rewritten: the last position that still was as signed, and the first checkpoint that no longer agrees. */
  since?: { position: number; checkpoint: number };
};

export type CheckpointFinding = { number: number; fault: string };

export type StreamReport = {
  stream: StreamName;
  /** Links gone through. */
  links: number;
  /** The first bad row of each chain. */
  first: ChainFinding[];
  /** How many more there are in those chains. */
  more: number;
  /** Rows that the next checkpoint will seal, and the oldest of them. */
  waiting: { rows: number; since: string | null };
};

export type AuditReport = {
  checkpoints: { count: number; first: string | null; last: string | null; digest: string | null; number: number };
  /** Checkpoints that took in rows of any age, the first apart. */
  tookInAll: { number: number; at: string }[];
  badCheckpoints: CheckpointFinding[];
  /** Set when a checkpoint was noted beforehand: whether it still stands as it was. */
  noted: boolean | null;
  streams: StreamReport[];
  genuine: boolean;
};
