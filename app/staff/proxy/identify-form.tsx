'use client';

import { consent } from '#server/booking/schema/proxy.ts';
import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { RadioGroup } from '../../_ui/field.tsx';
import { SendForm } from '../../_ui/send-form.tsx';
import { CardFields, cardOf } from '../card-fields.tsx';

/** Name and number as on the identity card, and how the person agreed. Who is new is registered by this step. */
export function IdentifyForm() {
  const { t } = useText();
  return (
    <SendForm
      act={(words) => trpc.proxy.identify.mutate({ ...cardOf(words), consent: consent.parse(words('consent')) })}
      to={({ ask, registered }) =>
        `/staff/proxy/for?${new URLSearchParams({ ask, ...(registered ? { registered: '1' } : {}) })}`
      }
      send={t('proxy.identify')}
      hint={t('proxy.identifyHint')}
    >
      <CardFields />
      <RadioGroup
        legend={t('proxy.consent.legend')}
        name="consent"
        required
        choices={consent.options.map((value) => ({
          value,
          label: t(`proxy.consent.${value}.label`),
          hint: t(`proxy.consent.${value}.hint`),
        }))}
      />
    </SendForm>
  );
}
