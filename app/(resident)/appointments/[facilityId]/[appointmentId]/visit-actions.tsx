import type { AppointmentView } from '#server/booking/schema.ts';
import { getText } from '../../../../_text/server.ts';
import { TextProvider } from '../../../../_text/text-provider.tsx';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { visitPath } from '../../visit-card.tsx';
import css from '../../visits.module.css';
import { CancelButton } from './cancel-button.tsx';
import { PrintButton } from './print-button.tsx';

/** What is not possible stays visible and says why. */
export async function VisitActions({ visit }: { visit: AppointmentView }) {
  const { t, f } = await getText();
  const why = (rule: string | null) => (rule ? t(`fault.rule.${rule as 'cancel-too-late'}`) : null);
  return (
    <TextProvider areas={['visits']}>
      {visit.status === 'booked' || visit.status === 'arrived' ? (
        <ButtonLink href={`/arrive/${visit.facilityId}/${visit.id}`} look="second" wide prefetch={false}>
          {t('arrive.day.open')}
        </ButtonLink>
      ) : null}
      {visit.status === 'booked' ? <PrintButton /> : null}
      {visit.reschedule.can ? (
        <ButtonLink href={`${visitPath(visit)}/change`} look="second" wide prefetch={false}>
          {t('visits.change')}
        </ButtonLink>
      ) : null}
      {visit.cancel.can ? (
        <CancelButton {...{ facilityId: visit.facilityId, appointmentId: visit.id }}>
          <p>
            {visit.facilityName} {visit.departmentName} · {f.visit(visit.windowStart, visit.windowEnd)} ·{' '}
            {visit.residentName}
          </p>
        </CancelButton>
      ) : null}
      {visit.cancel.can ? (
        <p className={css.why}>{t('book.cancelUntil', { time: f.moment(visit.cancelBy) })}</p>
      ) : (
        <p className={css.why}>{why(visit.cancel.rule)}</p>
      )}
      {visit.cancel.can && !visit.reschedule.can ? <p className={css.why}>{why(visit.reschedule.rule)}</p> : null}
    </TextProvider>
  );
}
