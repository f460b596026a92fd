'use client';

import type { FormEvent } from 'react';
import { useText } from '../../../../_text/client-text.tsx';
import { trpc } from '../../../../_trpc/client.ts';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';
import { FaultMessage } from '../../../../_ui/fault-message.tsx';
import { TextField } from '../../../../_ui/field.tsx';
import { Row, Stack } from '../../../../_ui/page-head.tsx';

/** The official's word that the session was checked; the page shows before it what will be put in order. */
export function ReleaseForm({ facilityId, sessionId }: { facilityId: string; sessionId: string }) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('release-reason') ?? '').trim();
    void run(() => trpc.ledger.release.mutate({ facilityId, sessionId, reason }));
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextField
          label={t('ledger.release.reason')}
          hint={t('ledger.release.reasonHint')}
          name="release-reason"
          minLength={2}
          maxLength={200}
          required
        />
        <FaultMessage trouble={trouble} />
        <Row>
          <Button type="submit" working={working}>
            {t('ledger.release.confirm')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
