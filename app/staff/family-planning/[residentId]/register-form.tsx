'use client';

import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { CheckField, TextField } from '../../../_ui/field.tsx';
import { SendForm } from '../../../_ui/send-form.tsx';
import css from '../../staff.module.css';

/** What the person declares at the desk; the marriage is asked only where the rule of the day asks. */
export function RegisterForm({ residentId, asksMarriage }: { residentId: string; asksMarriage: boolean }) {
  const { t } = useText();
  return (
    <details className={css.details}>
      <summary>{t('planning.registration.add')}</summary>
      <SendForm
        act={(words) =>
          trpc.familyPlanning.desk.register.mutate({
            residentId,
            childOrder: Number(words('child-order')),
            married: asksMarriage ? words('married') !== '' : null,
          })
        }
        send={t('planning.registration.send')}
        look="second"
      >
        <TextField
          label={t('planning.registration.order')}
          name="child-order"
          type="number"
          inputMode="numeric"
          min={1}
          max={9}
          defaultValue={1}
          short
          required
        />
        {asksMarriage ? <CheckField label={t('planning.registration.married')} name="married" /> : null}
      </SendForm>
    </details>
  );
}
