'use client';

import Link from 'next/link';
import { useText } from '../_text/client-text.tsx';
import { Button } from '../_ui/button.tsx';
import { StatusBadge } from '../_ui/callout.tsx';
import { SimpleTable } from '../_ui/table.tsx';
import type { Clinic, DayRow } from './day-desk.tsx';
import css from './staff.module.css';

/** By booking code, name, or the last digits of the ID number. */
export function findRows(rows: DayRow[], q: string): DayRow[] {
  const wanted = q.trim().toUpperCase();
  if (!wanted) return rows;
  return rows.filter(
    (row) =>
      row.code.startsWith(wanted) ||
      row.residentName.toUpperCase().includes(wanted) ||
      (wanted.length >= 3 && row.idMasked.endsWith(wanted)),
  );
}

const knownReasons = ['already-arrived', 'still-held', 'already-cancelled', 'not-today', 'visit-over'] as const;
type Reason = (typeof knownReasons)[number] | 'role' | 'other';

const reasonOf = (row: DayRow, mayCheckIn: boolean): Reason | null => {
  if (!row.checkIn.can) return knownReasons.find((rule) => rule === row.checkIn.rule) ?? 'other';
  return mayCheckIn ? null : 'role';
};

/** One session's patients in the order of their numbers. */
export function ClinicTable(props: {
  clinic: Clinic;
  mayCheckIn: boolean;
  mayReadRecords: boolean;
  busyId: string | null;
  onCheckIn: (row: DayRow) => void;
}) {
  const { t, f } = useText();
  const { session, rows } = props.clinic;
  const title = [
    session.departmentName,
    session.practitionerName ?? t('staff.day.noDoctor'),
    f.span(session.startsAt, session.endsAt),
    t(`clinic.numberType.${session.numberType}`),
  ].join(' · ');
  const tone = { arrived: 'good', fulfilled: 'good', held: 'wait' } as Record<string, 'good' | 'wait'>;
  return (
    <section className={css.clinic}>
      <div className={css.clinicHead}>
        <h2>{title}</h2>
        <p className={css.aside}>
          {session.status === 'suspended'
            ? t('staff.day.stopped')
            : t('staff.day.booked', {
                booked: props.clinic.booked,
                arrived: props.clinic.arrived,
                free: session.ledger.free,
              })}{' '}
          <Link href={`/staff/sessions/${session.id}`} prefetch={false}>
            {t('kit.details')}
            <span className="sr-only">{title}</span>
          </Link>
        </p>
      </div>
      <SimpleTable
        caption={title}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { key: 'n', label: t('staff.day.number'), cell: (row) => <b className="digits">{row.ticketNumber}</b> },
          {
            key: 'w',
            label: t('staff.day.time'),
            cell: (row) => <span className="digits">{f.span(row.windowStart, row.windowEnd)}</span>,
          },
          {
            key: 'p',
            label: t('staff.day.patient'),
            cell: (row) => (
              <>
                <span className={css.strong}>{row.residentName}</span>{' '}
                <span className={css.aside}>
                  {t(`staff.day.sex.${row.sex as 'male'}`)} · {t('staff.day.years', { age: row.age })}
                  {row.extra ? ` · ${t('staff.day.extra')}` : ''}
                </span>
                {props.clinic.told.includes(row.id) ? (
                  <>
                    {' '}
                    <Link href={`/staff/answers/${row.id}`} prefetch={false}>
                      {t('staff.day.told')}
                      <span className="sr-only">{row.residentName}</span>
                    </Link>
                  </>
                ) : null}
              </>
            ),
          },
          { key: 'i', label: t('staff.day.idMasked'), cell: (row) => <span className="digits">{row.idMasked}</span> },
          { key: 'c', label: t('staff.day.code'), cell: (row) => <span className={css.code}>{row.code}</span> },
          {
            key: 's',
            label: t('staff.day.state'),
            cell: (row) => (
              <StatusBadge tone={tone[row.status] ?? 'plain'}>
                {row.status === 'held'
                  ? t('staff.day.held')
                  : row.status === 'booked'
                    ? t('staff.day.waiting')
                    : t('staff.day.arrived')}
              </StatusBadge>
            ),
          },
          {
            key: 'v',
            label: t('places.visit.open'),
            cell: (row) => (
              <Link href={`/staff/visits/${row.id}`} prefetch={false}>
                {t('places.visit.open')}
                <span className="sr-only">{t('places.visit.openFor', { name: row.residentName })}</span>
              </Link>
            ),
          },
          ...(props.mayReadRecords
            ? [
                {
                  key: 'h',
                  label: t('patient.open'),
                  cell: (row: DayRow) => (
                    <Link href={`/staff/records/of/${row.id}`} prefetch={false}>
                      {t('patient.open')}
                      <span className="sr-only">{t('patient.openFor', { name: row.residentName })}</span>
                    </Link>
                  ),
                },
              ]
            : []),
          { key: 'a', label: t('staff.day.act'), cell: (row) => <CheckIn {...props} row={row} /> },
        ]}
      />
    </section>
  );
}

function CheckIn(props: { row: DayRow; mayCheckIn: boolean; busyId: string | null; onCheckIn: (row: DayRow) => void }) {
  const { t } = useText();
  const { row } = props;
  const reason = reasonOf(row, props.mayCheckIn);
  if (reason === 'already-arrived') return <span className={css.why}>{t('staff.day.why.already-arrived')}</span>;
  return (
    <span className={css.actions}>
      <Button
        id={`check-in-${row.id}`}
        look="second"
        small
        disabled={reason !== null}
        working={props.busyId === row.id}
        aria-label={t('staff.day.checkInFor', { name: row.residentName })}
        onClick={() => props.onCheckIn(row)}
      >
        {t('staff.day.checkIn')}
      </Button>
      {reason ? <span className={css.why}>{t(`staff.day.why.${reason}`)}</span> : null}
    </span>
  );
}
