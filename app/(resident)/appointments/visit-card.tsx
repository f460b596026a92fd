import Link from 'next/link';
import type { AppointmentView } from '#server/booking/schema.ts';
import { getText } from '../../_text/server.ts';
import { StatusBadge, type Tone } from '../../_ui/callout.tsx';
import css from './visits.module.css';

export const visitPath = (visit: Pick<AppointmentView, 'facilityId' | 'id'>): string =>
  `/appointments/${visit.facilityId}/${visit.id}`;

const tones: Record<AppointmentView['status'], Tone> = {
  held: 'wait',
  booked: 'good',
  arrived: 'info',
  fulfilled: 'plain',
  noshow: 'stop',
  cancelled: 'plain',
  rejected: 'stop',
};

export async function VisitStatus({ status }: { status: AppointmentView['status'] }) {
  const { t } = await getText();
  return <StatusBadge tone={tones[status]}>{t(`visits.status.${status}`)}</StatusBadge>;
}

/** One visit of a list: when first, then where, then for whom. */
export async function VisitCard({ visit }: { visit: AppointmentView }) {
  const { t, f } = await getText();
  const over = visit.status === 'cancelled' || visit.status === 'rejected';
  return (
    <Link href={visitPath(visit)} className={css.card} data-over={over ? '' : undefined} prefetch={false}>
      <span className={css.cardTop}>
        <strong className={css.when}>{f.visit(visit.windowStart, visit.windowEnd)}</strong>
        <VisitStatus status={visit.status} />
      </span>
      <span className={css.where}>
        {visit.facilityName} · {visit.departmentName}
        {visit.practitionerName ? ` · ${visit.practitionerName}` : ''}
      </span>
      <span className={css.whom}>
        {visit.residentName} · {t('visits.number', { number: visit.ticketNumber })}
        {over ? '' : ` · ${t('visits.code')} ${visit.code}`}
      </span>
    </Link>
  );
}
