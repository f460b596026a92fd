import Link from 'next/link';
import type { IntakeOverview } from '#server/his-sync/intake/schema.ts';
import { getText } from '../_text/server.ts';
import { EmptyState } from '../_ui/callout.tsx';
import { SimpleTable } from '../_ui/table.tsx';
import css from './intake.module.css';
import { WhyWords } from './why-words.tsx';

type Props = { groups: IntakeOverview['waiting']; more: boolean; href: string };

/** What waits, by reason, the most frequent first; each leads to the resources themselves. */
export async function WaitingTable({ groups, more, href }: Props) {
  const { t, f } = await getText();
  return (
    <>
      <SimpleTable
        caption={t('intake.waiting.title')}
        rows={groups}
        rowKey={(row) => `${row.type} ${row.reason}`}
        empty={<EmptyState title={t('intake.waiting.none')}>{t('intake.waiting.noneText')}</EmptyState>}
        columns={[
          {
            key: 'why',
            label: t('intake.waiting.reason'),
            wide: true,
            cell: (row) => <WhyWords type={row.type} reason={row.reason} />,
          },
          { key: 'count', label: t('intake.waiting.count'), align: 'end', cell: (row) => f.number(row.count) },
          { key: 'since', label: t('intake.waiting.since'), cell: (row) => f.moment(row.firstSeenAt) },
          {
            key: 'tried',
            label: t('intake.waiting.tried'),
            cell: (row) =>
              row.triedAt
                ? t('intake.waiting.triedBy', {
                    time: f.moment(row.triedAt),
                    name: row.triedBy ?? t('intake.waiting.someone'),
                  })
                : t('intake.waiting.notTried'),
          },
          {
            key: 'look',
            label: t('intake.waiting.look'),
            cell: (row) => (
              <Link
                className={css.nowrap}
                href={`${href}?${new URLSearchParams({ type: row.type, reason: row.reason })}`}
                prefetch={false}
              >
                {t('intake.waiting.look')}
              </Link>
            ),
          },
        ]}
      />
      {more ? <p className={css.note}>{t('intake.waiting.more')}</p> : null}
    </>
  );
}
