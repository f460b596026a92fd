import type { Metadata } from 'next';
import Link from 'next/link';
import tabs from '#app/_ui/link-tabs.module.css';
import { getText } from '../../../_text/server.ts';
import { api, load } from '../../../_trpc/server.ts';
import { Callout, EmptyState, StatusBadge } from '../../../_ui/callout.tsx';
import { KeepFresh } from '../../../_ui/keep-fresh.tsx';
import { PageHead, Section } from '../../../_ui/page-head.tsx';
import { type Query, textParam } from '../../duties.ts';
import css from '../stoppages.module.css';
import { PeopleTable } from './people-table.tsx';
import { outcomes, tones } from './tones.ts';

/** People on one page: who is settled makes room for the next. */
const listed = 60;

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('stoppage.title') };
}

/** How far everybody was told, and who is left without a number: the list that the desk works through. */
export default async function StoppagePage({ params, searchParams }: Props) {
  const { t, f } = await getText();
  const { id } = await params;
  const path = `/staff/stoppages/${id}`;
  const { stoppage: s, counts, unplaced, people, asOf } = await load(path, api().stoppages.report.query({ id }));
  const { told, people: booked } = s;
  const progress = { told, people: booked };
  const all = textParam((await searchParams).show) === 'all';
  const shown = all ? people : people.filter((person) => person.unplaced);
  return (
    <>
      {s.placedAt ? null : <KeepFresh />}
      <PageHead
        back={{ href: '/staff/stoppages', label: t('stoppage.title') }}
        title={s.departmentName ?? s.practitionerName}
        lead={`${t('stoppage.days', { from: f.day(s.from), to: f.day(s.to) })} · ${s.reason}`}
        side={
          <StatusBadge tone={s.placedAt ? 'good' : 'wait'}>
            {s.placedAt ? t('stoppage.done') : t('stoppage.working', progress)}
          </StatusBadge>
        }
        updated={t('kit.updatedAt', { time: f.time(asOf) })}
      />
      {s.placedAt ? null : (
        <div role="status">
          <p>{t('stoppage.report.working', progress)}</p>
          <progress className={css.progress} aria-label={t('stoppage.report.progress')} max={s.people} value={s.told} />
        </div>
      )}
      {s.placedAt && unplaced > 0 ? (
        <Callout tone="wait" title={t('stoppage.report.unplaced', { count: unplaced })} />
      ) : null}
      {s.placedAt && unplaced === 0 ? (
        <Callout
          tone="good"
          title={s.people === 0 ? t('stoppage.report.nobody') : t('stoppage.report.done', { people: s.people })}
        >
          {s.people > 0 ? <p>{t('stoppage.report.allPlaced')}</p> : null}
        </Callout>
      ) : null}
      <dl className={css.outcomes}>
        {outcomes.map((outcome) => (
          <div key={outcome}>
            <dt>
              <StatusBadge tone={tones[outcome]}>{t(`stoppage.outcome.${outcome}`)}</StatusBadge>
            </dt>
            <dd>{f.number(counts[outcome])}</dd>
          </div>
        ))}
      </dl>
      <Section
        title={t('stoppage.report.list')}
        side={
          <nav className={tabs.filter} aria-label={t('stoppage.report.show')}>
            <Link href={path} aria-current={all ? undefined : 'true'} prefetch={false} scroll={false}>
              {t('stoppage.report.showUnplaced')}
            </Link>
            <Link href={`${path}?show=all`} aria-current={all ? 'true' : undefined} prefetch={false} scroll={false}>
              {t('stoppage.report.showAll')}
            </Link>
          </nav>
        }
      >
        {shown.length === 0 ? (
          <EmptyState title={t('stoppage.report.empty')}>{t('stoppage.report.emptyText')}</EmptyState>
        ) : (
          <>
            <PeopleTable stoppageId={id} people={shown.slice(0, listed)} />
            {shown.length > listed ? (
              <p>{t('stoppage.report.more', { listed, count: shown.length - listed })}</p>
            ) : null}
          </>
        )}
      </Section>
    </>
  );
}
