import type { LineView } from '#server/waitlist/schema.ts';
import { wordFault } from '../../../_text/fault-text.ts';
import { getText } from '../../../_text/server.ts';
import { Callout } from '../../../_ui/callout.tsx';
import { Panel } from '../../../_ui/page-head.tsx';
import { Facts } from '../../../_ui/table.tsx';
import { wordChance } from './chance.ts';
import css from './waits.module.css';

/** What waiting in this line means, before anybody joins; or why it cannot be joined. */
export async function LineFacts({ line, how, mine }: { line: LineView; how: string; mine: boolean }) {
  const text = await getText();
  const { t, f } = text;
  if (line.rule) {
    return (
      <Callout tone="stop" title={t('wait.closed')}>
        {wordFault(t, f, { code: 'refused', rule: line.rule }).lines.map((one) => (
          <p key={one}>{one}</p>
        ))}
      </Callout>
    );
  }
  return (
    <>
      <Callout tone="info" title={t('wait.sessionTitle')}>
        <p>{how}</p>
      </Callout>
      <Panel>
        <Facts
          facts={[
            { label: t('wait.line'), value: t('wait.lineValue', { count: line.waiting }) },
            { label: t(mine ? 'wait.chanceMine' : 'wait.chance'), value: wordChance(text, line.chance) },
            { label: t('wait.answer'), value: t('wait.answerValue', { minutes: line.answerMinutes }) },
            { label: t('wait.until'), value: t('wait.untilValue', { time: f.moment(line.clearsAt) }) },
          ]}
        />
        {line.chance === null ? null : <p className={css.quiet}>{t('wait.chanceFrom')}</p>}
      </Panel>
    </>
  );
}
