import type { Metadata } from 'next';
import { regionDay } from '#server/kernel/clock.ts';
import { getText } from '../../_text/server.ts';
import { api, load } from '../../_trpc/server.ts';
import { EmptyState } from '../../_ui/callout.tsx';
import { PageHead } from '../../_ui/page-head.tsx';
import { DayFilter } from '../day-filter.tsx';
import { dayParam, type Query, textParam } from '../duties.ts';
import { DaySheet } from './day-sheet.tsx';
import { PrintButton } from './print-button.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('staff.print.title') };
}

/** F12: the day on paper, one department a sheet, so that work goes on when systems do not. */
export default async function PrintPage({ searchParams }: { searchParams: Query }) {
  const { t, f } = await getText();
  const query = await searchParams;
  const date = dayParam(query.date, regionDay(new Date()));
  const departmentId = textParam(query.department);
  const scope = departmentId ? { departmentId } : {};
  const [day, sessions, directory] = await load(
    `/staff/print?date=${date}`,
    Promise.all([
      api().booking.dayList.query({ date, ...scope }),
      api().schedules.facilitySessions.query({ from: date, days: 1, ...scope }),
      api().schedules.staffDirectory.query(),
    ]),
  );
  const departments = directory.departments.filter((d) => day.rows.some((row) => row.departmentId === d.id));
  return (
    <>
      <div className="no-print">
        <PageHead
          title={t('staff.print.title')}
          lead={t('staff.print.lead')}
          updated={t('kit.updatedAt', { time: f.time(day.asOf) })}
          side={departments.length > 0 ? <PrintButton label={t('staff.print.go')} /> : null}
        />
      </div>
      <DayFilter path="/staff/print" date={date} departmentId={departmentId} departments={directory.departments} />
      {departments.length === 0 ? <EmptyState title={t('staff.print.empty')} /> : null}
      {departments.map((department) => (
        <DaySheet
          key={department.id}
          title={t('staff.print.page', { facility: directory.facilityName, department: department.name })}
          date={date}
          printedAt={day.asOf}
          rows={day.rows.filter((row) => row.departmentId === department.id)}
          sessions={sessions.sessions.filter((session) => session.departmentId === department.id)}
        />
      ))}
    </>
  );
}
