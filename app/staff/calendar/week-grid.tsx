import Link from 'next/link';
import type { ConsoleSession } from '#server/schedules/schema/console.ts';
import { getText } from '../../_text/server.ts';
import css from './week-grid.module.css';

type Line = {
  key: string;
  department: string;
  doctor: string | null;
  title: string | null;
  sessions: ConsoleSession[];
};

/** One line a department's doctor, or the department itself where no doctor is named. */
function linesOf(sessions: ConsoleSession[]): Line[] {
  const lines = new Map<string, Line>();
  for (const s of sessions) {
    const key = `${s.departmentId} ${s.practitionerId ?? ''}`;
    const line = lines.get(key) ?? {
      ...{ key, department: s.departmentName, doctor: s.practitionerName, title: s.practitionerTitle },
      sessions: [],
    };
    line.sessions.push(s);
    lines.set(key, line);
  }
  return [...lines.values()].sort(
    (a, b) => a.department.localeCompare(b.department, 'zh') || (a.doctor ?? '').localeCompare(b.doctor ?? '', 'zh'),
  );
}

/** A week as a table; on a phone each line becomes a block that lists only its days with sessions. */
export async function WeekGrid({
  days,
  today,
  sessions,
}: {
  days: string[];
  today: string;
  sessions: ConsoleSession[];
}) {
  const { t, f } = await getText();
  return (
    <div className={css.scroll}>
      <table className={css.grid}>
        <caption className="sr-only">{t('clinic.calendar.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('clinic.calendar.who')}</th>
            {days.map((day) => (
              <th key={day} scope="col" data-today={day === today || undefined}>
                {f.weekday(day)} <span className="digits">{f.dayShort(day)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {linesOf(sessions).map((line) => (
            <tr key={line.key}>
              <th scope="row">
                <span className={css.department}>{line.department}</span>
                <span className={css.doctor}>
                  {line.doctor ?? t('clinic.anyDoctor')} {line.title}
                </span>
              </th>
              {days.map((day) => {
                const cell = line.sessions.filter((s) => s.date === day);
                return (
                  <td key={day} data-empty={cell.length === 0 || undefined} data-today={day === today || undefined}>
                    {cell.length > 0 ? <span className={css.dayLabel}>{f.day(day)}</span> : null}
                    {cell.map((s) => (
                      <Chip key={s.id} session={s} />
                    ))}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** One session: state in words, then what is left and what it costs. */
async function Chip({ session: s }: { session: ConsoleSession }) {
  const { t, f } = await getText();
  const who = `${s.departmentName} ${s.practitionerName ?? t('clinic.anyDoctor')}`;
  const free = s.ledger.free;
  const values = { day: f.day(s.date), half: t(`clinic.halfDay.${s.halfDay}`), who, free, released: s.released };
  return (
    <Link
      href={`/staff/sessions/${s.id}`}
      className={css.chip}
      data-state={s.state}
      prefetch={false}
      aria-label={t('clinic.calendar.open', { ...values, state: t(`clinic.state.${s.state}`) })}
    >
      <span className={css.half}>
        {t(`clinic.halfDay.${s.halfDay}`)} <span className="digits">{f.time(s.startsAt)}</span>
      </span>
      <span className={css.state}>{t(`clinic.state.${s.state}`)}</span>
      <span className={css.figures}>
        <span>{t('clinic.calendar.left', { free, released: s.released })}</span>{' '}
        <span>
          {t(`clinic.numberType.${s.numberType}`)} {f.money(s.feeFen)}
        </span>
      </span>
    </Link>
  );
}
