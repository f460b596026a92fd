import type { Metadata } from 'next';
import Link from 'next/link';
import { labels } from '#server/navigation/understand/labels.ts';
import { getText } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { api, load } from '../../../_trpc/server.ts';
import { EmptyState } from '../../../_ui/callout.tsx';
import { LinkTabs } from '../../../_ui/link-tabs.tsx';
import { PageHead, Panel, Section } from '../../../_ui/page-head.tsx';
import { SimpleTable } from '../../../_ui/table.tsx';
import { type Query, textParam } from '../../duties.ts';
import css from '../guide.module.css';
import { AddCaseForm } from './add-case-form.tsx';
import { caseColumns } from './case-columns.tsx';

const filters = ['failing', 'asked', 'own', 'all'] as const;

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('learn.cases.title') };
}

/** The sentences that every change is tried on, as the rules in force read them now. */
export default async function CasesPage({ searchParams }: { searchParams: Query }) {
  const { t, f } = await getText();
  const query = await searchParams;
  const show = filters.find((filter) => filter === textParam(query.show)) ?? 'failing';
  const page = Math.max(1, Math.trunc(Number(textParam(query.page))) || 1);
  const href = (filter: string, n = 1) => `/staff/guide-rules/cases?show=${filter}${n > 1 ? `&page=${n}` : ''}`;
  const list = await load('/staff/guide-rules/cases', api().navigation.learn.cases.query({ show, page }));
  const pages = Math.max(1, Math.ceil(list.total / list.pageSize));
  const { stored, passing, emergencies, missed } = list;
  return (
    <>
      <PageHead
        back={{ href: '/staff/guide-rules', label: t('learn.title') }}
        title={t('learn.cases.title')}
        lead={t('learn.cases.lead')}
        updated={`${t('learn.cases.counts', { stored, passing, emergencies, missed })} · ${t('kit.updatedAt', { time: f.time(list.asOf) })}`}
      />
      <LinkTabs
        look="filter"
        label={t('learn.filter')}
        className={css.filter}
        tabs={filters.map((filter) => ({
          ...{ href: href(filter), text: t(`learn.cases.show.${filter}`), here: filter === show },
        }))}
      />
      <TextProvider areas={['learn']}>
        <SimpleTable
          caption={t('learn.cases.title')}
          columns={caseColumns({ t, f })}
          rows={list.cases}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t('learn.cases.empty')}>{t('learn.cases.emptyText')}</EmptyState>}
        />
        {pages > 1 ? (
          <div className={css.pages}>
            {page > 1 ? <Link href={href(show, page - 1)}>{t('kit.prev')}</Link> : null}
            <span>{t('learn.cases.page', { page, pages })}</span>
            {page < pages ? <Link href={href(show, page + 1)}>{t('kit.next')}</Link> : null}
          </div>
        ) : null}
        <Section title={t('learn.cases.addTitle')}>
          <Panel>
            <AddCaseForm labels={labels.map(({ label }) => label)} />
          </Panel>
        </Section>
      </TextProvider>
    </>
  );
}
