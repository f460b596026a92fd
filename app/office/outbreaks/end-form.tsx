'use client';

import type { FormEvent } from 'react';
import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { useAction } from '../../_trpc/use-action.ts';
import { Button } from '../../_ui/button.tsx';
import { FaultMessage } from '../../_ui/fault-message.tsx';
import { TextField } from '../../_ui/field.tsx';

/** Ends a notice before its last day, for a stated reason. */
export function EndForm({ id }: { id: string }) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  const name = `end-${id}`;
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get(name) ?? '').trim();
    void run(() => trpc.navigation.notices.end.mutate({ id, reason }));
  }
  return (
    <details>
      <summary>{t('doors.end')}</summary>
      <form onSubmit={submit}>
        <TextField label={t('doors.endReason')} name={name} minLength={2} maxLength={200} required />
        <FaultMessage trouble={trouble} />
        <Button type="submit" small working={working}>
          {t('doors.end')}
        </Button>
      </form>
    </details>
  );
}
