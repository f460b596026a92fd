'use client';

import { useRef } from 'react';
import { useText } from '../../../../../_text/client-text.tsx';
import { trpc } from '../../../../../_trpc/client.ts';
import { type Choice, RadioGroup } from '../../../../../_ui/field.tsx';
import type { Words } from '../../../../../_ui/form-words.ts';
import { SendForm } from '../../../../../_ui/send-form.tsx';

/** Books a number of the chosen clinic. The same choice keeps its key over retries. */
export function PlaceForm({ appointmentId, choices }: { appointmentId: string; choices: Choice[] }) {
  const { t } = useText();
  const key = useRef<{ sessionId: string; key: string } | null>(null);
  const place = (words: Words) => {
    const sessionId = words('session');
    if (key.current?.sessionId !== sessionId) key.current = { sessionId, key: crypto.randomUUID() };
    return trpc.stoppages.place.mutate({ appointmentId, sessionId, key: key.current.key });
  };
  return (
    <SendForm stacked keep send={t('stoppage.person.place')} act={place}>
      <p>{t('stoppage.person.placeLead')}</p>
      <RadioGroup legend={t('stoppage.person.choose')} name="session" choices={choices} required />
    </SendForm>
  );
}
