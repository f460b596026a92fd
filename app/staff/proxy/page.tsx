import type { Metadata } from 'next';
import Link from 'next/link';
import { getText } from '../../_text/server.ts';
import { TextProvider } from '../../_text/text-provider.tsx';
import { api, getMe, load } from '../../_trpc/server.ts';
import { Callout, EmptyState } from '../../_ui/callout.tsx';
import { PageHead, Panel, Section } from '../../_ui/page-head.tsx';
import { SimpleTable } from '../../_ui/table.tsx';
import { VisitStatus } from '../../(resident)/appointments/visit-card.tsx';
import { mayBookForOthers } from '../duties.ts';
import { IdentifyForm } from './identify-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('proxy.title') };
}

/** Booking for whoever asks (A48): first who it is and how they agreed; below, what this desk booked lately. */
export default async function ProxyPage() {
  const { t, f } = await getText();
  const me = await load('/staff/proxy', getMe());
  if (!mayBookForOthers(me.roles)) return <NotYours />;
  const { rows, asOf } = await load('/staff/proxy', api().proxy.list.query());
  return (
    <>
      <PageHead title={t('proxy.title')} lead={t('proxy.lead')} updated={t('kit.updatedAt', { time: f.time(asOf) })} />
      <Panel>
        <TextProvider areas={['proxy']}>
          <IdentifyForm />
        </TextProvider>
      </Panel>
      <Section title={t('proxy.list.title')}>
        <SimpleTable
          caption={t('proxy.list.title')}
          rows={rows}
          rowKey={(row) => row.appointmentId}
          empty={<EmptyState title={t('proxy.list.empty')}>{t('proxy.list.emptyText')}</EmptyState>}
          columns={[
            { key: 'p', label: t('book.person'), cell: (row) => row.shownName },
            {
              key: 'v',
              label: t('proxy.list.visit'),
              wide: true,
              cell: (row) => (
                <>
                  {f.visit(row.windowStart, row.windowEnd)}
                  <br />
                  {row.facilityName} · {row.departmentName}
                </>
              ),
            },
            { key: 's', label: t('staff.day.state'), cell: (row) => <VisitStatus status={row.status} /> },
            {
              key: 'b',
              label: t('proxy.list.by'),
              cell: (row) => `${row.helper} · ${t(`proxy.consent.${row.consent}.short`)} · ${f.stamp(row.bookedAt)}`,
            },
            {
              key: 'a',
              label: t('proxy.list.slip'),
              cell: (row) => (
                <Link href={`/staff/proxy/slip/${row.appointmentId}`} prefetch={false}>
                  {t('proxy.list.open')}
                </Link>
              ),
            },
          ]}
        />
      </Section>
    </>
  );
}

async function NotYours() {
  const { t } = await getText();
  return (
    <>
      <PageHead title={t('proxy.title')} lead={t('proxy.lead')} />
      <Callout tone="plain" title={t('proxy.roles')} />
    </>
  );
}
