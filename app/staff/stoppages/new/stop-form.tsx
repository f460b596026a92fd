'use client';

import { useRef } from 'react';
import type { Wish } from '#server/stoppages/schema.ts';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { TextField } from '../../../_ui/field.tsx';
import type { Words } from '../../../_ui/form-words.ts';
import { SendForm } from '../../../_ui/send-form.tsx';

/** The reason and the button. Sent twice, it stops once: the id is made here and kept over retries. */
export function StopForm({ wish }: { wish: Wish }) {
  const { t } = useText();
  const id = useRef<string | null>(null);
  const stop = (words: Words) => {
    id.current ??= crypto.randomUUID();
    return trpc.stoppages.stop.mutate({ ...wish, id: id.current, reason: words('stop-reason') });
  };
  return (
    <SendForm
      stacked
      look="stop"
      send={t('stoppage.new.confirm')}
      act={stop}
      to={(done) => `/staff/stoppages/${done.id}`}
    >
      <TextField
        label={t('stoppage.reason')}
        hint={t('stoppage.new.reasonHint')}
        name="stop-reason"
        minLength={2}
        maxLength={100}
        required
      />
    </SendForm>
  );
}
