'use client';

import { useRef, useState } from 'react';
import type { z } from 'zod';
import type { dayRow } from '#server/booking/schema.ts';
import type { ConsoleSession } from '#server/schedules/schema/console.ts';
import { useText } from '../_text/client-text.tsx';
import { trpc } from '../_trpc/client.ts';
import { useAction } from '../_trpc/use-action.ts';
import { Button } from '../_ui/button.tsx';
import { Callout } from '../_ui/callout.tsx';
import { FaultMessage } from '../_ui/fault-message.tsx';
import { TextField } from '../_ui/field.tsx';
import { KeptForm } from '../_ui/kept-form.tsx';
import { ClinicTable, findRows } from './clinic-table.tsx';
import css from './staff.module.css';

export type DayRow = z.infer<typeof dayRow>;
/** Figures are of the whole session, also while the search shows a part of it; `told`: visits with answers attached. */
export type Clinic = { session: ConsoleSession; rows: DayRow[]; booked: number; arrived: number; told: string[] };

const looksLikeCode = (q: string) => /^[A-Z0-9]{4,12}$/i.test(q.trim());

type Props = { clinics: Clinic[]; mayCheckIn: boolean; mayReadRecords: boolean };

/**
 * Search, check in, and back to the search box: a scanner or a keyboard is enough. Enter goes to the one
 * person found; a second Enter checks in.
 */
export function DayDesk({ clinics, mayCheckIn, mayReadRecords }: Props) {
  const { t, f } = useText();
  const { run, working, trouble } = useAction();
  const [q, setQ] = useState('');
  const [busyId, setBusyId] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [elsewhere, setElsewhere] = useState<DayRow | null>(null);
  const box = useRef<HTMLFormElement>(null);
  const shown = clinics
    .map((clinic) => ({ ...clinic, rows: findRows(clinic.rows, q) }))
    .filter((clinic) => clinic.rows.length > 0);
  const found = shown.flatMap((clinic) => clinic.rows);
  const all = clinics.flatMap((clinic) => clinic.rows);
  const count = (status: DayRow['status']) => all.filter((row) => row.status === status).length;

  async function lookUp() {
    const row = await run(() => trpc.booking.findByCode.query({ code: q.trim() }), { refresh: false });
    setElsewhere(row);
  }
  async function search() {
    const only = found.length === 1 ? found[0] : undefined;
    if (only && q.trim()) document.getElementById(`check-in-${only.id}`)?.focus();
    else if (found.length === 0 && looksLikeCode(q)) await lookUp();
    return false;
  }
  async function checkIn(row: DayRow) {
    setBusyId(row.id);
    const done = await run(() => trpc.queues.deskCheckIn.mutate({ facilityId: row.facilityId, appointmentId: row.id }));
    setBusyId(null);
    if (!done) return;
    setSaid(t('staff.day.done', { name: row.residentName }));
    setQ('');
    box.current?.querySelector('input')?.focus();
  }

  return (
    <>
      {all.length > 0 ? (
        <dl className={css.counts}>
          <Count label={t('staff.day.total')} value={all.length} />
          <Count label={t('staff.day.waiting')} value={count('booked')} />
          <Count label={t('staff.day.arrived')} value={count('arrived') + count('fulfilled')} />
          <Count label={t('staff.day.held')} value={count('held')} />
        </dl>
      ) : null}
      <KeptForm ref={box} send={search} className={css.search}>
        <TextField
          label={t('staff.day.searchLabel')}
          hint={t('staff.day.searchHint')}
          name="find"
          type="search"
          autoComplete="off"
          value={q}
          onChange={(event) => {
            setQ(event.target.value);
            setElsewhere(null);
          }}
        />
      </KeptForm>
      <p className={css.live} role="status">
        {q.trim() && found.length > 0 ? t('staff.day.searchFound', { count: found.length }) : said}
      </p>
      <FaultMessage trouble={trouble} />
      {q.trim() && found.length === 0 ? (
        <Callout tone="plain" title={t('staff.day.searchNone', { q: q.trim() })}>
          {elsewhere ? (
            <p>
              {t('staff.day.otherDay', { when: f.visit(elsewhere.windowStart, elsewhere.windowEnd) })}{' '}
              {elsewhere.departmentName} · {elsewhere.residentName}
            </p>
          ) : looksLikeCode(q) ? (
            <Button look="second" small working={working} onClick={lookUp}>
              {t('staff.day.lookUp')}
            </Button>
          ) : null}
        </Callout>
      ) : null}
      {shown.map((clinic) => (
        <ClinicTable
          key={clinic.session.id}
          clinic={clinic}
          mayCheckIn={mayCheckIn}
          mayReadRecords={mayReadRecords}
          busyId={busyId}
          onCheckIn={checkIn}
        />
      ))}
    </>
  );
}

const Count = ({ label, value }: { label: string; value: number }) => (
  <div>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </div>
);
