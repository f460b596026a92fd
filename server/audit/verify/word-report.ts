import type { StreamName } from '../streams.ts';
import type { AuditReport, ChainFault, ChainFinding, StreamReport } from './findings.ts';

const tables: Record<StreamName, string> = { changes: 'audit_events', reads: 'access_events' };
const owners: Record<StreamName, string> = { changes: 'facility', reads: 'resident' };

const faults: Record<ChainFault, string> = {
  changed: 'the row or its link is not what was sealed',
  'row-gone': 'the row was sealed and is no longer there',
  'link-gone': 'the link at this position is missing',
  twice: 'a second link stands at this position',
  rewritten: 'the links were written anew: they are not those that were signed',
  cut: 'the chain ends before its signed end',
  unsigned: 'a link that no checkpoint signed',
  'no-chain': 'a link that belongs to no chain',
  unsealed: 'a row without a seal, dated before rows that were sealed: put in later, or its link was removed',
};

/** The report for people at a terminal: a line for each part, then for each chain its first bad row. */
export function wordReport(report: AuditReport): string[] {
  const { checkpoints, badCheckpoints, tookInAll, noted, streams } = report;
  return [
    ...badCheckpoints.map(
      ({ number, fault }) => `✗ checkpoint ${number}: ${fault}; neither it nor any later one is believed`,
    ),
    checkpoints.last === null
      ? '✗ checkpoints: not one to believe. The worker has sealed nothing yet, or the seals were removed'
      : `${badCheckpoints.length > 0 ? '✗' : '✓'} checkpoints: 1 to ${checkpoints.number} of ${checkpoints.count} signed and unbroken, ${checkpoints.first} to ${checkpoints.last}`,
    ...(checkpoints.digest ? [`  to note down: ${checkpoints.number}:${checkpoints.digest}`] : []),
    ...tookInAll.map(({ number, at }) => `  checkpoint ${number} (${at}) also took in rows of any age`),
    ...(noted === null
      ? []
      : [noted ? '✓ the noted checkpoint stands' : '✗ the noted checkpoint is gone, or is another']),
    ...streams.flatMap(wordStream),
    report.genuine
      ? 'Genuine: every sealed row is as it was when it was sealed.'
      : 'NOT genuine: rows of the audit were changed, removed or put in.',
  ];
}

function wordStream({ stream, links, first, more, waiting }: StreamReport): string[] {
  const wait = waiting.rows > 0 ? `; ${waiting.rows} wait for their seal, the oldest of ${waiting.since}` : '';
  return [
    `${first.length > 0 ? '✗' : '✓'} ${tables[stream]}: ${links} sealed rows in 64 chains${wait}`,
    ...first.map(wordFinding),
    ...(more > 0 ? [`  and ${more} more after these in the same chains`] : []),
  ];
}

function wordFinding({ stream, chain, position, row, fault, since }: ChainFinding): string {
  const place = position === null ? `chain ${chain}` : `chain ${chain}, position ${position}`;
  const name = row ? `: ${owners[stream]} ${row.owner}, row ${row.id}${row.at ? ` of ${row.at}` : ''}` : '';
  const range = since ? `; the first is behind position ${since.position}, at checkpoint ${since.checkpoint}` : '';
  return `  ✗ ${place}${name}: ${faults[fault]}${range}`;
}
