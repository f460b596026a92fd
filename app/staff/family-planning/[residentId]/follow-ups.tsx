import { askRules } from '#server/family-planning/rules/follow-ups.ts';
import type { FollowUpView } from '#server/family-planning/schema/follow-up.ts';
import { getText } from '../../../_text/server.ts';
import { EmptyState, StatusBadge, type Tone } from '../../../_ui/callout.tsx';
import { Panel, Section, Stack } from '../../../_ui/page-head.tsx';
import { SimpleTable } from '../../../_ui/table.tsx';
import css from '../../staff.module.css';
import { FollowUpForm } from './follow-up-form.tsx';

type Props = { residentId: string; followUps: FollowUpView[] };

/** What is still to be asked, each with its form; below, what was answered. */
export async function FollowUps({ residentId, followUps }: Props) {
  const { t } = await getText();
  const waiting = followUps.filter((one) => one.state === 'open' || one.state === 'lost');
  const answered = followUps.filter((one) => one.state === 'done');
  return (
    <Section title={t('planning.followUp.title')} id="follow-ups">
      {followUps.length === 0 ? <EmptyState title={t('planning.followUp.none')} /> : null}
      <Stack>
        {waiting.map((one) => (
          <Panel key={one.id}>
            <div className={css.clinicHead}>
              <h3>{t(`planning.followUp.kind.${one.kind}`)}</h3>
              <StatusBadge tone={toneOf(one)}>
                {t(one.overdue ? 'planning.followUp.overdue' : `planning.followUp.state.${one.state}`)}
              </StatusBadge>
            </div>
            <p className={css.aside}>
              {[
                one.about ? t(`planning.followUp.about.${one.about.kind}`, { day: one.about.eventOn }) : '',
                t('planning.followUp.window', { from: one.dueFrom, to: one.dueOn }),
                one.tries > 0 ? t('planning.triesOf', { count: one.tries }) : '',
                one.facilityName,
                one.note,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <FollowUpForm residentId={residentId} followUp={one} needed={askRules.triesBeforeLost} />
          </Panel>
        ))}
      </Stack>
      {answered.length > 0 ? <Answered followUps={answered} /> : null}
    </Section>
  );
}

const toneOf = ({ overdue, state }: FollowUpView): Tone => (overdue || state === 'lost' ? 'stop' : 'wait');

async function Answered({ followUps }: { followUps: FollowUpView[] }) {
  const { t, f } = await getText();
  return (
    <SimpleTable
      caption={t('planning.followUp.state.done')}
      rows={followUps}
      rowKey={(one) => one.id}
      columns={[
        {
          key: 'k',
          label: t('planning.followUp.columns.what'),
          cell: (one) => t(`planning.followUp.kind.${one.kind}`),
        },
        {
          key: 'o',
          label: t('planning.followUp.columns.outcome'),
          wide: true,
          cell: (one) =>
            [one.outcome ? t(`planning.outcome.${one.outcome}`) : '', one.eventOn, one.note]
              .filter(Boolean)
              .join(' · '),
        },
        {
          key: 'b',
          label: t('planning.service.columns.by'),
          cell: (one) => (one.endedAt ? `${one.workerName} · ${f.isoDay(one.endedAt)}` : one.workerName),
        },
      ]}
    />
  );
}
