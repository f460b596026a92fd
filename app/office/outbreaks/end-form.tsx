'use client';

import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { TextField } from '../../_ui/field.tsx';
import { SendForm } from '../../_ui/send-form.tsx';

/** Ends a notice before its last day, for a stated reason. */
export function EndForm({ id }: { id: string }) {
  const { t } = useText();
  const name = `end-${id}`;
  return (
    <details>
      <summary>{t('doors.end')}</summary>
      <SendForm
        small
        send={t('doors.end')}
        act={(words) => trpc.navigation.notices.end.mutate({ id, reason: words(name) })}
      >
        <TextField label={t('doors.endReason')} name={name} minLength={2} maxLength={200} required />
      </SendForm>
    </details>
  );
}
