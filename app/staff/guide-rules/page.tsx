import type { Metadata } from 'next';
import Link from 'next/link';
import type { z } from 'zod';
import tabs from '#app/_ui/link-tabs.module.css';
import type { ruleLine } from '#server/navigation/learn/schema.ts';
import { getText, type Text } from '../../_text/server.ts';
import { api, load } from '../../_trpc/server.ts';
import { ButtonLink } from '../../_ui/button.tsx';
import { Callout, EmptyState, StatusBadge } from '../../_ui/callout.tsx';
import { PageHead } from '../../_ui/page-head.tsx';
import { SimpleTable, type TableColumn } from '../../_ui/table.tsx';
import { type Query, textParam } from '../duties.ts';
import css from './guide.module.css';
import { stateTones } from './state-tones.ts';

type Line = z.infer<typeof ruleLine>;
type Words = Pick<Text, 't' | 'f' | 'locale'>;

const filters = ['all', 'waiting', 'open', 'emergency', 'crisis', 'fever', 'advice', 'setting'] as const;
type Filter = (typeof filters)[number];

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('learn.title') };
}

/** Every rule of the guide: what applies, what is coming, what is being changed. */
export default async function GuideRulesPage({ searchParams }: { searchParams: Query }) {
  const { t, f, locale } = await getText();
  const shown = textParam((await searchParams).show);
  const filter = filters.find((each) => each === shown) ?? 'all';
  const list = await load('/staff/guide-rules', api().navigation.learn.rules.query());
  const rows = list.rules.filter((line) => isShown(line, filter));
  return (
    <>
      <PageHead
        title={t('learn.title')}
        lead={t('learn.lead')}
        updated={`${t('learn.set', { set: list.set })} · ${t('kit.updatedAt', { time: f.time(list.asOf) })}`}
        side={
          <div className={css.tools}>
            <ButtonLink href="/staff/guide-rules/cases" look="second" prefetch={false}>
              {t('learn.toCases', { count: list.cases })}
            </ButtonLink>
            <ButtonLink href="/staff/guide-rules/new?kind=advice" look="second" prefetch={false}>
              {t('learn.addAdvice')}
            </ButtonLink>
            <ButtonLink href="/staff/guide-rules/new" prefetch={false}>
              {t('learn.addFlag')}
            </ButtonLink>
          </div>
        }
      />
      {list.fromProgram ? (
        <Callout tone="wait" title={t('learn.fromProgram')}>
          <p>{t('learn.fromProgramText')}</p>
        </Callout>
      ) : null}
      {list.unreadable.length > 0 ? (
        <Callout tone="stop" title={t('learn.unreadable')}>
          <p>{t('learn.unreadableText', { ids: list.unreadable.join(', ') })}</p>
        </Callout>
      ) : null}
      <nav className={`${tabs.filter} ${css.filter}`} aria-label={t('learn.filter')}>
        {filters.map((each) => (
          <Link
            key={each}
            href={`/staff/guide-rules?show=${each}`}
            aria-current={each === filter ? 'true' : undefined}
            prefetch={false}
          >
            {t(`learn.show.${each}`)}
          </Link>
        ))}
      </nav>
      <SimpleTable
        caption={t('learn.title')}
        columns={columnsOf({ t, f, locale })}
        rows={rows}
        rowKey={(row) => row.ruleId}
        empty={<EmptyState title={t('learn.empty')}>{t('learn.emptyText')}</EmptyState>}
      />
    </>
  );
}

function isShown(line: Line, filter: Filter): boolean {
  if (filter === 'all') return true;
  if (filter === 'waiting') return line.open?.state === 'proposed';
  if (filter === 'open') return line.open !== null;
  return line.kind === filter || line.flag === filter;
}

const columnsOf = ({ t, f, locale }: Words): TableColumn<Line>[] => [
  {
    key: 'rule',
    label: t('learn.col.rule'),
    wide: true,
    cell: (row) => (
      <>
        <Link href={`/staff/guide-rules/${row.ruleId}`} prefetch={false}>
          {locale === 'en' ? row.name.en : row.name.zh}
        </Link>
        <span className={css.under}>{row.source}</span>
      </>
    ),
  },
  {
    key: 'kind',
    label: t('learn.col.kind'),
    cell: (row) => (row.flag ? t(`learn.flag.${row.flag as 'emergency'}`) : t(`learn.kind.${row.kind}`)),
  },
  {
    key: 'live',
    label: t('learn.col.live'),
    cell: (row) =>
      row.live ? (
        <>
          {t('learn.version', { version: row.live.version })}
          <span className={css.under}>{t('learn.since', { time: f.stamp(row.live.since) })}</span>
        </>
      ) : (
        <StatusBadge tone="plain">{t('learn.notLive')}</StatusBadge>
      ),
  },
  {
    key: 'change',
    label: t('learn.col.change'),
    cell: (row) => (
      <>
        {row.open ? (
          <StatusBadge tone={stateTones[row.open.state]}>
            {`${t('learn.version', { version: row.open.version })} ${t(`learn.state.${row.open.state}`)}`}
          </StatusBadge>
        ) : null}
        {row.coming ? (
          <span className={css.under}>
            {row.coming.ends
              ? t('learn.comingEnd', { time: f.isoDay(row.coming.from) })
              : t('learn.coming', { version: row.coming.version, time: f.isoDay(row.coming.from) })}
          </span>
        ) : null}
        {row.open || row.coming ? null : '–'}
      </>
    ),
  },
];
