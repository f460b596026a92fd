'use client';

import type { FormEvent } from 'react';
import type { ServiceKind } from '#server/navigation/schema/services.ts';
import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { useAction } from '../../_trpc/use-action.ts';
import { Button } from '../../_ui/button.tsx';
import { FaultMessage } from '../../_ui/fault-message.tsx';
import { TextField } from '../../_ui/field.tsx';
import css from '../staff.module.css';

/** The facility no longer has this door: with a reason, because people will ask. */
export function RemoveForm({ kind }: { kind: ServiceKind }) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  const name = `${kind}-reason`;
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get(name) ?? '').trim();
    void run(() => trpc.navigation.services.remove.mutate({ kind, reason }));
  }
  return (
    <details className={css.details}>
      <summary>{t('doors.remove')}</summary>
      <form onSubmit={submit}>
        <TextField label={t('doors.removeReason')} name={name} minLength={2} maxLength={200} required />
        <FaultMessage trouble={trouble} />
        <div className={css.actions}>
          <Button type="submit" look="quiet" working={working}>
            {t('doors.remove')}
          </Button>
        </div>
      </form>
    </details>
  );
}
