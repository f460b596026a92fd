import type { Metadata } from 'next';
import { addDays, regionDay, weekdayOf } from '#server/kernel/clock.ts';
import { getText } from '../../_text/server.ts';
import { api, getMe, load } from '../../_trpc/server.ts';
import { ButtonLink } from '../../_ui/button.tsx';
import { EmptyState } from '../../_ui/callout.tsx';
import { PageHead, Row } from '../../_ui/page-head.tsx';
import { DayFilter } from '../day-filter.tsx';
import { dayParam, laterDay, mayKeepSessions, type Query, textParam } from '../duties.ts';
import { WeekGrid } from './week-grid.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('clinic.calendar.title') };
}

/** A week of sessions, Monday to Sunday, by department and doctor. */
export default async function CalendarPage({ searchParams }: { searchParams: Query }) {
  const { t, f } = await getText();
  const query = await searchParams;
  const today = regionDay(new Date());
  const wanted = dayParam(query.date ?? query.from, today);
  const from = addDays(wanted, 1 - weekdayOf(wanted));
  const departmentId = textParam(query.department);
  const scope = departmentId ? { departmentId } : {};
  const [me, week, directory] = await load(
    '/staff/calendar',
    Promise.all([
      getMe(),
      api().schedules.facilitySessions.query({ from, days: 7, ...scope }),
      api().schedules.staffDirectory.query(),
    ]),
  );
  const days = Array.from({ length: 7 }, (_, i) => addDays(from, i));
  const to = (date: string) =>
    `/staff/calendar?from=${date}${departmentId ? `&department=${encodeURIComponent(departmentId)}` : ''}`;
  return (
    <>
      <PageHead
        title={t('clinic.calendar.title')}
        lead={t('clinic.calendar.week', { from: f.day(from), to: f.day(addDays(from, 6)) })}
        updated={t('kit.updatedAt', { time: f.time(week.asOf) })}
        side={
          mayKeepSessions(me.roles) ? (
            <ButtonLink href={`/staff/sessions/add?date=${laterDay(wanted, today)}`} look="primary" prefetch={false}>
              {t('clinic.calendar.add')}
            </ButtonLink>
          ) : null
        }
      />
      <DayFilter path="/staff/calendar" date={wanted} departmentId={departmentId} departments={directory.departments} />
      <Row>
        <ButtonLink href={to(addDays(from, -7))} look="quiet" small prefetch={false}>
          {t('clinic.calendar.prev')}
        </ButtonLink>
        <ButtonLink href={to(today)} look="quiet" small prefetch={false}>
          {t('clinic.calendar.thisWeek')}
        </ButtonLink>
        <ButtonLink href={to(addDays(from, 7))} look="quiet" small prefetch={false}>
          {t('clinic.calendar.next')}
        </ButtonLink>
      </Row>
      {week.sessions.length === 0 ? (
        <EmptyState
          title={t('clinic.calendar.empty')}
          action={
            <ButtonLink href="/staff/templates" look="second">
              {t('clinic.calendar.toTemplates')}
            </ButtonLink>
          }
        >
          {t('clinic.calendar.emptyText')}
        </EmptyState>
      ) : (
        <WeekGrid days={days} today={today} sessions={week.sessions} />
      )}
    </>
  );
}
