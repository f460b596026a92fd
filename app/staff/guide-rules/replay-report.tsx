'use client';

import type { CaseChange, ReplayView } from '#server/navigation/learn/schema.ts';
import { useText } from '../../_text/client-text.tsx';
import { Callout } from '../../_ui/callout.tsx';
import css from './guide.module.css';

const parts = ['lost', 'raised', 'found', 'quieted', 'departments', 'failed'] as const;
const outcomes = ['emergency', 'crisis', 'fever', 'none'];
const most = 20;

/** What a change does to the stored cases, the dangerous first. */
export function ReplayReport({ view, lead }: { view: ReplayView; lead?: string }) {
  const { t } = useText();
  const { cases, passed, emergencies, missed, blocked } = view;
  const word = (value: string) =>
    outcomes.includes(value) ? t(`learn.outcome.${value as 'none'}`) : value || t('learn.replay.none');
  return (
    <div className={css.report}>
      <Callout tone={blocked ? 'stop' : 'good'} title={t(blocked ? 'learn.replay.blocked' : 'learn.replay.ok')}>
        {lead ? <p>{lead}</p> : null}
        <p>{t('learn.replay.counts', { cases, passed, emergencies, missed })}</p>
      </Callout>
      {parts
        .filter((part) => view[part].length > 0)
        .map((part) => (
          <details key={part} open={part === 'lost' || part === 'raised'}>
            <summary>{`${t(`learn.replay.${part}`)} ${view[part].length}`}</summary>
            <ul>
              {view[part].slice(0, most).map((change) => (
                <li key={change.caseId}>
                  {change.text}
                  <span className={css.under}>{wordChange(change)}</span>
                </li>
              ))}
            </ul>
            {view[part].length > most ? <p>{t('learn.replay.more', { count: view[part].length - most })}</p> : null}
          </details>
        ))}
    </div>
  );

  function wordChange({ before, after }: CaseChange): string {
    return t('learn.replay.change', { before: word(before), after: word(after) });
  }
}
