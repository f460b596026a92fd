import type { Metadata } from 'next';
import Link from 'next/link';
import { getText } from '../../_text/server.ts';
import { api, getMe, load } from '../../_trpc/server.ts';
import { ButtonLink } from '../../_ui/button.tsx';
import { EmptyState, StatusBadge } from '../../_ui/callout.tsx';
import { PageHead, Row } from '../../_ui/page-head.tsx';
import { SimpleTable } from '../../_ui/table.tsx';
import { mayKeepSessions } from '../duties.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('stoppage.title') };
}

/** What was stopped, and how far everybody was told; from here a new one begins. */
export default async function StoppagesPage() {
  const { t, f } = await getText();
  const path = '/staff/stoppages';
  const [me, { stoppages, asOf }] = await load(path, Promise.all([getMe(), api().stoppages.list.query()]));
  const begin = mayKeepSessions(me.roles) ? (
    <Row>
      <ButtonLink href={`${path}/substitute`} look="second" prefetch={false}>
        {t('stoppage.substitute.open')}
      </ButtonLink>
      <ButtonLink href={`${path}/new`} prefetch={false}>
        {t('stoppage.stop')}
      </ButtonLink>
    </Row>
  ) : null;
  return (
    <>
      <PageHead
        title={t('stoppage.title')}
        lead={t('stoppage.lead')}
        side={begin}
        updated={t('kit.updatedAt', { time: f.time(asOf) })}
      />
      <SimpleTable
        caption={t('stoppage.title')}
        rows={stoppages}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('stoppage.none')}>{t('stoppage.noneText')}</EmptyState>}
        columns={[
          {
            key: 'w',
            label: t('stoppage.whose'),
            wide: true,
            cell: (row) => (
              <Link href={`${path}/${row.id}`} prefetch={false}>
                {row.departmentName ?? row.practitionerName}
              </Link>
            ),
          },
          {
            key: 'd',
            label: t('stoppage.span'),
            cell: (row) => t('stoppage.days', { from: f.day(row.from), to: f.day(row.to) }),
          },
          { key: 'r', label: t('stoppage.reason'), wide: true, cell: (row) => row.reason },
          { key: 'p', label: t('stoppage.people'), align: 'end', cell: (row) => f.number(row.people) },
          {
            key: 's',
            label: t('stoppage.state'),
            cell: (row) => (
              <StatusBadge tone={row.placedAt ? 'good' : 'wait'}>
                {row.placedAt ? t('stoppage.done') : t('stoppage.working', { told: row.told, people: row.people })}
              </StatusBadge>
            ),
          },
          {
            key: 'b',
            label: t('stoppage.by'),
            cell: (row) => t('stoppage.byAt', { name: row.by ?? '—', time: f.stamp(row.createdAt) }),
          },
        ]}
      />
    </>
  );
}
