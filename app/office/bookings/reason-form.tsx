import { trailReason } from '#server/reports/schema/trail.ts';
import { getText } from '../../_text/server.ts';
import { Button } from '../../_ui/button.tsx';
import { SelectField, TextField } from '../../_ui/field.tsx';
import css from '../office.module.css';

/** Why a booking's story is read; it goes into the record that the resident sees. Works without script. */
export async function ReasonForm({ facilityId, appointmentId }: { facilityId: string; appointmentId: string }) {
  const { t } = await getText();
  return (
    <form method="get" action={`/office/bookings/${facilityId}/${appointmentId}`} className={css.inline}>
      <SelectField
        label={t('office.bookings.reason')}
        name="reason"
        defaultValue="complaint"
        choices={trailReason.options.map((reason) => ({ value: reason, label: t(`office.reasons.${reason}`) }))}
      />
      <TextField label={t('office.bookings.reference')} name="reference" maxLength={40} autoComplete="off" short />
      <Button type="submit">{t('office.bookings.open')}</Button>
    </form>
  );
}
