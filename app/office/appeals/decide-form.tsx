'use client';

import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { Button } from '../../_ui/button.tsx';
import { TextArea } from '../../_ui/field.tsx';
import { SendForm } from '../../_ui/send-form.tsx';

/** Granted or not, with the reason that the person reads. */
export function DecideForm({ residentId, appealId }: { residentId: string; appealId: string }) {
  const { t } = useText();
  const name = `answer-${appealId}`;
  // the pressed button goes along with the words
  return (
    <SendForm
      stacked
      send={t('conduct.office.grant')}
      act={(words) => {
        const grant = words('refuse') !== 'yes';
        return trpc.conduct.decideAppeal.mutate({ residentId, appealId, grant, answer: words(name) });
      }}
      more={
        <Button type="submit" name="refuse" value="yes" look="second">
          {t('conduct.office.refuse')}
        </Button>
      }
    >
      <TextArea label={t('conduct.office.answer')} name={name} minLength={4} maxLength={500} required />
    </SendForm>
  );
}
