import type { Metadata } from 'next';
import Link from 'next/link';
import type { z } from 'zod';
import tabs from '#app/_ui/link-tabs.module.css';
import type { caseView } from '#server/navigation/learn/schema.ts';
import { labels } from '#server/navigation/understand/labels.ts';
import { getText, type Text } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { api, load } from '../../../_trpc/server.ts';
import { EmptyState, StatusBadge } from '../../../_ui/callout.tsx';
import { PageHead, Panel, Section } from '../../../_ui/page-head.tsx';
import { SimpleTable, type TableColumn } from '../../../_ui/table.tsx';
import { type Query, textParam } from '../../duties.ts';
import css from '../guide.module.css';
import { AddCaseForm } from './add-case-form.tsx';
import { DropCase } from './drop-case.tsx';

type Case = z.infer<typeof caseView>;
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
      <nav className={`${tabs.filter} ${css.filter}`} aria-label={t('learn.filter')}>
        {filters.map((filter) => (
          <Link key={filter} href={href(filter)} aria-current={filter === show ? 'true' : undefined} prefetch={false}>
            {t(`learn.cases.show.${filter}`)}
          </Link>
        ))}
      </nav>
      <TextProvider areas={['learn']}>
        <SimpleTable
          caption={t('learn.cases.title')}
          columns={columnsOf({ t, f })}
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

const columnsOf = ({ t, f }: Pick<Text, 't' | 'f'>): TableColumn<Case>[] => [
  {
    key: 't',
    label: t('learn.cases.text'),
    wide: true,
    cell: (row) => (
      <>
        {row.text}
        <span className={css.under}>
          {row.facts.ageMonths === undefined ? '' : `${t('learn.cases.months', { months: row.facts.ageMonths })} · `}
          {row.reason}
        </span>
      </>
    ),
  },
  {
    key: 'e',
    label: t('learn.cases.expects'),
    cell: (row) => (
      <>
        {t(`learn.outcome.${row.expects}`)}
        {row.label ? <span className={css.under}>{row.label}</span> : null}
      </>
    ),
  },
  {
    key: 'r',
    label: t('learn.cases.reads'),
    cell: (row) => (
      <>
        <StatusBadge tone={row.passes ? 'good' : 'stop'}>
          {t(row.passes ? 'learn.cases.passes' : 'learn.cases.fails')}
        </StatusBadge>
        <span className={css.under}>{row.reads === 'none' ? row.readsLabel : t(`learn.outcome.${row.reads}`)}</span>
      </>
    ),
  },
  {
    key: 'b',
    label: t('learn.col.who'),
    cell: (row) =>
      row.shipped ? t('learn.shipped') : t('learn.cases.by', { name: row.authorName, date: f.isoDay(row.createdAt) }),
  },
  {
    key: 'd',
    label: t('learn.col.change'),
    cell: (row) => <DropCase id={row.id} text={row.text} drop={row.drop} />,
  },
];
