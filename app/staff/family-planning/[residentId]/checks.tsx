import Link from 'next/link';
import type { Sheet } from '#server/family-planning/schema/desk.ts';
import { getText } from '../../../_text/server.ts';
import { EmptyState, StatusBadge } from '../../../_ui/callout.tsx';
import { Section } from '../../../_ui/page-head.tsx';
import { SimpleTable } from '../../../_ui/table.tsx';
import css from '../../staff.module.css';
import { StartCheck } from './start-check.tsx';

type Check = Sheet['checks'][number];
type Props = { residentId: string; sex: Sheet['person']['sex']; checks: Check[] };

/** Checks before pregnancy; a new one may be started while none is under way. */
export async function Checks({ residentId, sex, checks }: Props) {
  const { t } = await getText();
  const path = `/staff/family-planning/${residentId}/checks`;
  return (
    <Section title={t('planning.check.title')} id="checks">
      <p className={css.lead}>{t('planning.check.lead')}</p>
      <SimpleTable
        caption={t('planning.check.title')}
        rows={checks}
        rowKey={(one) => one.id}
        empty={<EmptyState title={t('planning.check.none')} />}
        columns={[
          { key: 'd', label: t('planning.check.columns.day'), cell: (one) => one.startedOn },
          {
            key: 'p',
            label: t('planning.check.columns.progress'),
            cell: (one) => t('planning.check.progress', { done: one.done, of: one.of }),
          },
          {
            key: 'g',
            label: t('planning.check.columns.grade'),
            cell: ({ grade }) =>
              grade ? (
                <StatusBadge tone={grade === 'raised' ? 'wait' : 'good'}>
                  {t(`planning.check.grade.${grade}`)}
                </StatusBadge>
              ) : (
                t('planning.check.ungraded')
              ),
          },
          {
            key: 's',
            label: t('planning.check.columns.state'),
            cell: (one) => t(one.closedAs ? `planning.check.closed.${one.closedAs}` : 'planning.check.ongoing'),
          },
          {
            key: 'w',
            label: t('planning.check.columns.where'),
            cell: ({ facilityName, partner }) => (
              <>
                {facilityName}
                {partner ? (
                  <div>
                    <Link href={`/staff/family-planning/${partner.residentId}`} prefetch={false}>
                      {t('planning.partner', { name: partner.name })}
                    </Link>
                  </div>
                ) : null}
              </>
            ),
          },
          {
            key: 'o',
            label: t('kit.details'),
            cell: (one) => (
              <Link href={`${path}/${one.id}`} prefetch={false}>
                {t('planning.check.open')}
              </Link>
            ),
          },
        ]}
      />
      {checks.some((one) => !one.closedAs) ? null : <StartCheck residentId={residentId} alone={sex !== 'male'} />}
    </Section>
  );
}
