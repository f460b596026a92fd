'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef } from 'react';
import type { Wish } from '#server/stoppages/schema.ts';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { useAction } from '../../../_trpc/use-action.ts';
import { Button } from '../../../_ui/button.tsx';
import { FaultMessage } from '../../../_ui/fault-message.tsx';
import { TextField } from '../../../_ui/field.tsx';
import { Row, Stack } from '../../../_ui/page-head.tsx';

/** The reason and the button. Sent twice, it stops once: the id is made here and kept over retries. */
export function StopForm({ wish }: { wish: Wish }) {
  const { t } = useText();
  const router = useRouter();
  const { run, working, trouble } = useAction();
  const id = useRef<string | null>(null);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('stop-reason') ?? '').trim();
    id.current ??= crypto.randomUUID();
    const stop = { ...wish, id: id.current, reason };
    const done = await run(() => trpc.stoppages.stop.mutate(stop), { refresh: false });
    if (done) router.push(`/staff/stoppages/${done.id}`);
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextField
          label={t('stoppage.reason')}
          hint={t('stoppage.new.reasonHint')}
          name="stop-reason"
          minLength={2}
          maxLength={100}
          required
        />
        <FaultMessage trouble={trouble} />
        <Row>
          <Button type="submit" look="stop" working={working}>
            {t('stoppage.new.confirm')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
