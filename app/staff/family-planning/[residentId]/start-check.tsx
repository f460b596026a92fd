'use client';

import { useState } from 'react';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { RadioGroup, TextField } from '../../../_ui/field.tsx';
import { SendForm } from '../../../_ui/send-form.tsx';
import css from '../../staff.module.css';

/** One person or a couple; the partner comes with a card of their own. `alone`: a woman may come by herself. */
export function StartCheck({ residentId, alone }: { residentId: string; alone: boolean }) {
  const { t } = useText();
  const [couple, setCouple] = useState(!alone);
  return (
    <details className={css.details}>
      <summary>{t('planning.check.start')}</summary>
      <SendForm
        act={(words) => {
          const partner = couple ? { name: words('partner-name'), idNumber: words('partner-id') } : null;
          return trpc.familyPlanning.desk.startCheck.mutate({ residentId, partner });
        }}
        to={({ checkId }) => `/staff/family-planning/${residentId}/checks/${checkId}`}
        send={t('planning.check.startSend')}
        look="second"
      >
        {alone ? (
          <RadioGroup
            legend={t('planning.check.who')}
            name="who"
            value="alone"
            columns
            choices={[
              { value: 'alone', label: t('planning.check.alone') },
              { value: 'couple', label: t('planning.check.couple') },
            ]}
            onChoose={(value) => setCouple(value === 'couple')}
          />
        ) : null}
        {couple ? (
          <>
            <p className={css.why}>{t('planning.check.partnerHint')}</p>
            <div className={css.fields}>
              <TextField
                label={t('planning.check.partnerName')}
                name="partner-name"
                autoComplete="off"
                minLength={2}
                maxLength={40}
                required
              />
              <TextField
                label={t('planning.check.partnerId')}
                name="partner-id"
                autoComplete="off"
                minLength={15}
                maxLength={20}
                required
              />
            </div>
          </>
        ) : null}
      </SendForm>
    </details>
  );
}
