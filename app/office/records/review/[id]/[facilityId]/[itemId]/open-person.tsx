'use client';

import { useText } from '../../../../../../_text/client-text.tsx';
import { trpc } from '../../../../../../_trpc/client.ts';
import { SelectField, TextArea } from '../../../../../../_ui/field.tsx';
import type { Words } from '../../../../../../_ui/form-words.ts';
import css from '../../../../../../_ui/layout.module.css';
import { SendForm } from '../../../../../../_ui/send-form.tsx';

const grounds = ['complaint', 'harm', 'fraud', 'other'] as const;

/** Opens the case, with the reason that the person and the office above will read. */
export function OpenPerson({ facilityId, itemId }: { facilityId: string; itemId: string }) {
  const { t } = useText();
  const open = (words: Words) => {
    const ground = grounds.find((one) => one === words('ground')) ?? 'other';
    return trpc.reviews.openPerson.mutate({ facilityId, id: itemId, ground, reason: words('reason') });
  };
  return (
    <details className={css.folded}>
      <summary>{t('review.person.open')}</summary>
      <SendForm stacked look="stop" send={t('review.person.open')} act={open}>
        <SelectField
          label={t('review.person.ground')}
          name="ground"
          choices={grounds.map((value) => ({ value, label: t(`review.person.grounds.${value}`) }))}
        />
        <TextArea
          label={t('review.person.reason')}
          hint={t('review.person.reasonHint')}
          name="reason"
          minLength={8}
          maxLength={500}
          required
        />
      </SendForm>
    </details>
  );
}
