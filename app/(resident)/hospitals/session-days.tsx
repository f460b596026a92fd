import Link from 'next/link';
import type { SessionView } from '#server/schedules/schema.ts';
import { wordLimits } from '../../_text/limit-text.ts';
import { getText, type Text } from '../../_text/server.ts';
import { EmptyState } from '../../_ui/callout.tsx';
import css from './sessions.module.css';

type Props = {
  sessions: SessionView[];
  /** First day shown and how many. */
  from: string;
  days: number;
  /** Chosen day; without it the first that has something to book. */
  day: string | null;
  dayHref: (day: string) => string;
  bookHref: (session: SessionView) => string;
  /** On a doctor's page the department matters more than the name. */
  show?: 'doctor' | 'department';
  /** A full session leads to its waiting list; not where a visit is changed. */
  waits?: boolean;
};

const addDays = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The coming days as a strip, and the chosen day's sessions by half-day; what cannot be booked says why. */
export async function SessionDays(props: Props) {
  const text = await getText();
  const { t, f } = text;
  const byDay = Map.groupBy(props.sessions, (session) => session.date);
  const days = Array.from({ length: props.days }, (_, i) => addDays(props.from, i));
  const isOpen = (day: string) => byDay.get(day)?.some((session) => session.state === 'open') ?? false;
  const chosen = props.day ?? days.find(isOpen) ?? days.find((day) => byDay.has(day)) ?? days[0] ?? props.from;
  const list = byDay.get(chosen) ?? [];
  const today = f.isoDay(new Date());
  return (
    <>
      <nav aria-label={t('find.coming')}>
        <ol className={css.strip}>
          {days.map((day) => (
            <li key={day}>
              <Link
                href={props.dayHref(day)}
                aria-current={day === chosen ? 'date' : undefined}
                data-open={isOpen(day) ? '' : undefined}
                prefetch={false}
                replace
                scroll={false}
              >
                <span className={css.week}>{day === today ? t('find.today') : f.weekday(day)}</span>
                <span className={css.date}>{f.dayShort(day)}</span>
                <span className={css.left}>{leftOn(text, byDay.get(day))}</span>
              </Link>
            </li>
          ))}
        </ol>
      </nav>
      <h2 className={css.dayTitle}>{f.dayLong(chosen)}</h2>
      {list.length === 0 ? (
        <EmptyState title={t('find.noSessions')}>{t('find.noSessionsHint')}</EmptyState>
      ) : (
        <ul className={css.sessions}>
          {list.map((session) => (
            <SessionLine
              key={session.id}
              session={session}
              href={props.bookHref(session)}
              show={props.show ?? 'doctor'}
              waits={props.waits ?? false}
            />
          ))}
        </ul>
      )}
    </>
  );
}

function leftOn({ t }: Text, sessions: SessionView[] | undefined): string {
  if (!sessions) return t('find.dayNone');
  const free = sessions.filter((session) => session.state === 'open').reduce((sum, session) => sum + session.free, 0);
  if (free > 0) return t('find.dayFree', { count: free });
  return sessions.every((session) => session.state === 'full') ? t('find.dayFull') : t('find.dayNone');
}

async function SessionLine({
  session,
  href,
  show,
  waits,
}: {
  session: SessionView;
  href: string;
  show: 'doctor' | 'department';
  waits: boolean;
}) {
  const { t, f } = await getText();
  const open = session.state === 'open';
  const whom = wordLimits(t, session.limits);
  const who = show === 'doctor' ? (session.practitionerName ?? t('find.anyDoctor')) : session.departmentName;
  const state = t(`find.state.${session.state}`, {
    time: f.moment(session.releaseAt),
    reopens: f.moment(session.reopensAt ?? session.closeAt),
  });
  return (
    <li className={css.session} data-state={session.state}>
      <div className={css.who}>
        <strong>{who}</strong>
        <span>{show === 'doctor' ? session.practitionerTitle : null}</span>
        <span className={css.type}>{t(`find.numberType.${session.numberType}`)}</span>
        {whom ? <span className={css.type}>{whom}</span> : null}
      </div>
      <p className={css.when}>
        {t(`find.halfDay.${session.halfDay}`)} {f.span(session.startsAt, session.endsAt)}
      </p>
      <p className={css.fee}>{f.money(session.feeFen)}</p>
      <div className={css.act}>
        {open ? (
          <Link href={href} className={css.book} prefetch={false}>
            {t('find.book')}
            <span className={css.free}>{t('find.free', { count: session.free })}</span>
            <span className="sr-only">
              {who} {f.day(session.date)} {t(`find.halfDay.${session.halfDay}`)}
            </span>
          </Link>
        ) : session.state === 'full' && waits ? (
          <Link href={href} className={css.wait} prefetch={false}>
            {t('find.waitlist')}
            <span className={css.free}>{state}</span>
            <span className="sr-only">
              {who} {f.day(session.date)} {t(`find.halfDay.${session.halfDay}`)}
            </span>
          </Link>
        ) : session.state === 'draw' ? (
          <Link href={`/draws/${session.facilityId}/${session.id}`} className={css.book} prefetch={false}>
            {state}
            <span className="sr-only">
              {who} {f.day(session.date)} {t(`find.halfDay.${session.halfDay}`)}
            </span>
          </Link>
        ) : (
          <span className={css.closed}>{state}</span>
        )}
      </div>
    </li>
  );
}
