import type { z } from 'zod';
import type { dayRow } from '#server/booking/schema.ts';
import type { ConsoleSession } from '#server/schedules/schema/console.ts';
import { getText } from '../../_text/server.ts';
import css from './day-sheet.module.css';

type Row = z.infer<typeof dayRow>;
/** Empty lines under each session for people added while nothing but paper works. */
const blankLines = 3;

/** One department's day on A4: everything the desk needs to go on by hand. */
export async function DaySheet(props: {
  title: string;
  date: string;
  printedAt: Date;
  rows: Row[];
  sessions: ConsoleSession[];
}) {
  const { t, f } = await getText();
  const head = [t('staff.day.number'), t('staff.day.time'), t('staff.day.patient'), t('staff.day.idMasked')];
  const columns = [...head, t('staff.print.phone'), t('staff.day.code'), t('staff.print.sign')];
  return (
    <article className={css.sheet}>
      <header className={css.head}>
        <h2>{props.title}</h2>
        <p>
          {t('staff.print.sheetTitle')} · {f.dayLong(props.date)} ·{' '}
          {t('staff.print.count', { count: props.rows.length })}
        </p>
        <p className={css.small}>{t('staff.print.printedAt', { time: f.stamp(props.printedAt) })}</p>
      </header>
      {props.sessions
        .filter((session) => props.rows.some((row) => row.sessionId === session.id))
        .map((session) => (
          <section key={session.id} className={css.session}>
            <h3>
              {f.span(session.startsAt, session.endsAt)} · {session.practitionerName ?? t('staff.day.noDoctor')} ·{' '}
              {t(`clinic.numberType.${session.numberType}`)} · {t('staff.print.left', { free: session.ledger.free })}
            </h3>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide sheet is scrolled with the arrow keys */}
            <div className={css.scroll} tabIndex={0}>
              <table className={css.table}>
                <caption className="sr-only">{props.title}</caption>
                <thead>
                  <tr>
                    {columns.map((column) => (
                      <th key={column} scope="col">
                        {column}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {props.rows
                    .filter((row) => row.sessionId === session.id)
                    .map((row) => (
                      <tr key={row.id}>
                        <td>{row.ticketNumber}</td>
                        <td>{f.span(row.windowStart, row.windowEnd)}</td>
                        <td>
                          <b>{row.residentName}</b> {t(`staff.day.sex.${row.sex as 'male'}`)} {row.age}
                          {row.extra ? ` ${t('staff.day.extra')}` : ''}
                        </td>
                        <td>{row.idMasked}</td>
                        <td>{row.phoneMasked}</td>
                        <td className={css.code}>{row.code}</td>
                        <td className={css.sign}>{row.status === 'arrived' ? '✓' : '□'}</td>
                      </tr>
                    ))}
                  {Array.from({ length: blankLines }, (_, i) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: blank lines have nothing else to tell them apart
                    <tr key={`blank-${i}`}>
                      <td />
                      <td />
                      <td className={css.small}>{i === 0 ? t('staff.print.blank') : ''}</td>
                      <td />
                      <td />
                      <td />
                      <td className={css.sign}>□</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </section>
        ))}
    </article>
  );
}
