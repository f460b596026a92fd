import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { regionDay } from '#server/kernel/clock.ts';
import { getText } from '../_text/server.ts';
import { TextProvider } from '../_text/text-provider.tsx';
import { api, getMe, load } from '../_trpc/server.ts';
import { ButtonLink } from '../_ui/button.tsx';
import { EmptyState } from '../_ui/callout.tsx';
import { PageHead } from '../_ui/page-head.tsx';
import { type Clinic, DayDesk } from './day-desk.tsx';
import { DayFilter } from './day-filter.tsx';
import {
  dayParam,
  mayCheckIn,
  mayReadAnswers,
  mayReadRecords,
  onlyAnswersCases,
  onlyEditsGuide,
  onlyServesFamilies,
  type Query,
  textParam,
} from './duties.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('staff.day.title') };
}

/** The day's patients by session: who is expected, who is here, and the check-in. */
export default async function DayPage({ searchParams }: { searchParams: Query }) {
  const { t, f } = await getText();
  const query = await searchParams;
  const today = regionDay(new Date());
  const date = dayParam(query.date, today);
  const departmentId = textParam(query.department);
  const scope = departmentId ? { departmentId } : {};
  const { roles } = await load('/staff', getMe());
  if (onlyEditsGuide(roles)) redirect('/staff/guide-rules');
  if (onlyAnswersCases(roles)) redirect('/staff/cases');
  if (onlyServesFamilies(roles)) redirect('/staff/family-planning');
  const [me, day, sessions, directory] = await load(
    '/staff',
    Promise.all([
      getMe(),
      api().booking.dayList.query({ date, ...scope }),
      api().schedules.facilitySessions.query({ from: date, days: 1, ...scope }),
      api().schedules.staffDirectory.query(),
    ]),
  );
  const told = new Set(mayReadAnswers(me.roles) ? await findTold(day.rows.map(({ id }) => id)) : []);
  const clinics = sessions.sessions
    .map((session): Clinic => {
      const rows = day.rows.filter((row) => row.sessionId === session.id);
      const arrived = rows.filter((row) => row.status === 'arrived').length;
      return {
        session,
        rows,
        booked: rows.length,
        arrived,
        told: rows.flatMap(({ id }) => (told.has(id) ? [id] : [])),
      };
    })
    .filter((clinic) => clinic.rows.length > 0);
  return (
    <>
      <PageHead
        title={date === today ? t('staff.day.title') : t('staff.day.titleOther', { date: f.day(date) })}
        lead={date === today ? f.dayLong(date) : undefined}
        updated={t('kit.updatedAt', { time: f.time(day.asOf) })}
      />
      <DayFilter path="/staff" date={date} departmentId={departmentId} departments={directory.departments} />
      {clinics.length === 0 ? (
        <EmptyState
          title={t('staff.day.empty')}
          action={
            <ButtonLink href={`/staff/calendar?from=${date}`} look="second">
              {t('staff.day.openCalendar')}
            </ButtonLink>
          }
        >
          {t('staff.day.emptyText')}
        </EmptyState>
      ) : null}
      <TextProvider areas={['staff', 'clinic', 'places', 'patient']}>
        <DayDesk clinics={clinics} mayCheckIn={mayCheckIn(me.roles)} mayReadRecords={mayReadRecords(me.roles)} />
      </TextProvider>
    </>
  );
}

/** Visits whose patients agreed to show the doctor what they told the guide (E20). */
const findTold = (ids: string[]): Promise<string[]> =>
  ids.length === 0 ? Promise.resolve([]) : api().navigation.answers.ofDay.query({ appointmentIds: ids.slice(0, 500) });
