import type { ReactNode } from 'react';
import type { CaseView } from '#server/cases/schema.ts';
import { getText } from '../_text/server.ts';
import { StatusBadge } from '../_ui/callout.tsx';
import { Facts } from '../_ui/table.tsx';

const dayMs = 86_400_000;

/** Where a case stands, and how much time is left. */
export async function CaseState({ one, now }: { one: CaseView; now: Date }) {
  const { t } = await getText();
  if (one.stage === 'closed') return <StatusBadge tone="good">{t('privacy.case.stage.closed')}</StatusBadge>;
  const days = Math.ceil((one.dueAt.getTime() - now.getTime()) / dayMs);
  const clock = days <= 0 ? t('privacy.case.overdue') : t('privacy.case.left', { days });
  return (
    <StatusBadge tone={days <= 0 ? 'stop' : days < 2 ? 'wait' : 'info'}>
      {t(`privacy.case.stage.${one.stage}`)} · {clock}
    </StatusBadge>
  );
}

/** What a case is about, what was asked, and what was answered; the same for who asks and who answers. */
export async function CaseFacts({ one, first = [] }: { one: CaseView; first?: { label: string; value: ReactNode }[] }) {
  const { t, f } = await getText();
  const at = one.aboutAt ? f.stamp(one.aboutAt) : '';
  const about =
    one.kind === 'correction'
      ? [t('privacy.case.what', { name: one.about }), at].filter(Boolean).join(' · ')
      : t('privacy.case.who', { name: one.about, time: at });
  const answered = one.stage === 'closed' && one.outcome && one.answeredAt;
  return (
    <Facts
      facts={[
        ...first,
        { label: t(`privacy.case.kind.${one.kind}`), value: about },
        { label: t('privacy.case.to'), value: one.facilityName ?? t('privacy.case.office') },
        ...(one.question
          ? [
              {
                label: t(
                  one.kind === 'glass' || one.kind === 'review' ? 'privacy.case.reason' : 'privacy.case.question',
                ),
                value: one.question,
              },
            ]
          : []),
        ...(answered && one.outcome && one.answeredAt
          ? [
              { label: t(`privacy.case.outcome.${one.outcome}`), value: one.answer },
              {
                label: t('privacy.case.answer'),
                value: t('privacy.case.by', { office: one.answeredAs ?? '', time: f.stamp(one.answeredAt) }),
              },
            ]
          : [{ label: t('privacy.case.due'), value: f.stamp(one.dueAt) }]),
      ]}
    />
  );
}
