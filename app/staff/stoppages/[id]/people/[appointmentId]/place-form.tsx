'use client';

import { type FormEvent, useRef } from 'react';
import { useText } from '../../../../../_text/client-text.tsx';
import { trpc } from '../../../../../_trpc/client.ts';
import { useAction } from '../../../../../_trpc/use-action.ts';
import { Button } from '../../../../../_ui/button.tsx';
import { FaultMessage } from '../../../../../_ui/fault-message.tsx';
import { type Choice, RadioGroup } from '../../../../../_ui/field.tsx';
import { Row, Stack } from '../../../../../_ui/page-head.tsx';

/** Books a number of the chosen clinic. The same choice keeps its key over retries. */
export function PlaceForm({ appointmentId, choices }: { appointmentId: string; choices: Choice[] }) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  const key = useRef<{ sessionId: string; key: string } | null>(null);
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const sessionId = String(new FormData(event.currentTarget).get('session') ?? '');
    if (key.current?.sessionId !== sessionId) key.current = { sessionId, key: crypto.randomUUID() };
    const wish = { appointmentId, sessionId, key: key.current.key };
    void run(() => trpc.stoppages.place.mutate(wish));
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <p>{t('stoppage.person.placeLead')}</p>
        <RadioGroup legend={t('stoppage.person.choose')} name="session" choices={choices} required />
        <FaultMessage trouble={trouble} />
        <Row>
          <Button type="submit" working={working}>
            {t('stoppage.person.place')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
