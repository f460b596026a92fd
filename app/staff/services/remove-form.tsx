'use client';

import type { ServiceKind } from '#server/navigation/schema/services.ts';
import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { TextField } from '../../_ui/field.tsx';
import { SendForm } from '../../_ui/send-form.tsx';
import css from '../staff.module.css';

/** The facility no longer has this door: with a reason, because people will ask. */
export function RemoveForm({ kind }: { kind: ServiceKind }) {
  const { t } = useText();
  const name = `${kind}-reason`;
  return (
    <details className={css.details}>
      <summary>{t('doors.remove')}</summary>
      <SendForm
        look="quiet"
        send={t('doors.remove')}
        act={(words) => trpc.navigation.services.remove.mutate({ kind, reason: words(name) })}
      >
        <TextField label={t('doors.removeReason')} name={name} minLength={2} maxLength={200} required />
      </SendForm>
    </details>
  );
}
