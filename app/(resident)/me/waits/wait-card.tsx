import type { WaitView } from '#server/waitlist/schema.ts';
import { getText } from '../../../_text/server.ts';
import { VisitTime } from '../../../_text/visit-time.tsx';
import { ButtonLink } from '../../../_ui/button.tsx';
import { Callout, StatusBadge, type Tone } from '../../../_ui/callout.tsx';
import { Panel } from '../../../_ui/page-head.tsx';
import { Facts } from '../../../_ui/table.tsx';
import { LeaveButton, OfferedButtons } from './wait-buttons.tsx';
import css from './waits.module.css';

const tones: Record<WaitView['state'], Tone> = {
  waiting: 'info',
  offered: 'wait',
  accepted: 'good',
  lapsed: 'stop',
  left: 'plain',
  cleared: 'plain',
};

/** One wait: the place while it lasts, the number while it is kept, else how it ended and what next. */
export async function WaitCard({ wait }: { wait: WaitView }) {
  if (wait.state === 'offered') return <Offered wait={wait} />;
  const { t, f } = await getText();
  return (
    <Panel>
      <div className={css.top}>
        <strong>{`${wait.facilityName} · ${wait.departmentName}`}</strong>
        <StatusBadge tone={tones[wait.state]}>{t(`wait.state.${wait.state}`)}</StatusBadge>
      </div>
      <p>
        {[
          `${f.day(wait.date)} ${t(`find.halfDay.${wait.halfDay}`)}`,
          doctorOf(wait) ?? t('find.anyDoctor'),
          wait.residentName,
        ].join(' · ')}
      </p>
      {wait.position === null ? <Ended wait={wait} /> : <Waiting wait={wait} position={wait.position} />}
    </Panel>
  );
}

const doctorOf = (wait: WaitView) =>
  wait.practitionerName ? [wait.practitionerName, wait.practitionerTitle].filter(Boolean).join(' ') : null;

async function Waiting({ wait, position }: { wait: WaitView; position: number }) {
  const { t, f } = await getText();
  return (
    <>
      <p className={css.position}>{t('wait.position', { position })}</p>
      <p>{position === 1 ? t('wait.positionFirst') : t('wait.positionLead', { ahead: position - 1 })}</p>
      <p className={css.quiet}>{`${t('wait.until')}：${t('wait.untilValue', { time: f.moment(wait.clearsAt) })}`}</p>
      <LeaveButton facilityId={wait.facilityId} entryId={wait.id} />
    </>
  );
}

async function Ended({ wait }: { wait: WaitView }) {
  const { t } = await getText();
  if (wait.state === 'waiting' || wait.state === 'offered') return null;
  const next = wait.appointmentId
    ? { href: `/appointments/${wait.facilityId}/${wait.appointmentId}`, label: t('wait.seeVisit') }
    : { href: `/book/${wait.facilityId}/${wait.sessionId}`, label: t('wait.again') };
  const over = wait.clearsAt <= new Date() || wait.state === 'cleared';
  return (
    <>
      <p className={css.quiet}>{t(`wait.stateLead.${wait.state}`)}</p>
      {over && !wait.appointmentId ? null : (
        <ButtonLink href={next.href} look="second" small prefetch={false}>
          {next.label}
        </ButtonLink>
      )}
    </>
  );
}

/** A number kept for the person: until when, and two buttons. */
export async function Offered({ wait }: { wait: WaitView }) {
  const { t, f } = await getText();
  return (
    <Callout tone="wait" title={t('wait.offered')}>
      <p>{t('wait.offeredLead', { name: wait.residentName, time: wait.expiresAt ? f.moment(wait.expiresAt) : '' })}</p>
      <Facts
        facts={[
          { label: t('book.facility'), value: `${wait.facilityName} · ${wait.departmentName}` },
          { label: t('book.doctor'), value: doctorOf(wait) ?? t('find.anyDoctor') },
          ...(wait.windowStart && wait.windowEnd
            ? [
                {
                  label: t('book.time'),
                  value: (
                    <>
                      <VisitTime start={wait.windowStart} end={wait.windowEnd} />
                      {` · ${t('wait.number', { number: wait.ticketNumber ?? '' })}`}
                    </>
                  ),
                },
              ]
            : []),
          { label: t('book.fee'), value: t('book.feeAtDesk', { fee: f.money(wait.feeFen) }) },
        ]}
      />
      <OfferedButtons facilityId={wait.facilityId} entryId={wait.id} />
    </Callout>
  );
}
