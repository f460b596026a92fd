import type { Finding } from '#server/ledger/schema.ts';
import type { Text } from '../_text/server.ts';
import css from './ledger.module.css';
import { wordFinding } from './words.ts';

export const Findings = ({ findings, t }: { findings: Finding[]; t: Text['t'] }) => (
  <ul className={css.findings}>
    {findings.map((finding) => (
      <li key={`${finding.kind}${finding.kind === 'count' ? '' : finding.number}`}>{wordFinding(t, finding)}</li>
    ))}
  </ul>
);
