'use client';

import { useEffect, useRef, useState } from 'react';
import type { CheckedIn } from '#server/queues/schema.ts';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { useAction } from '../../../_trpc/use-action.ts';
import { Button } from '../../../_ui/button.tsx';
import { Callout } from '../../../_ui/callout.tsx';
import { FaultMessage } from '../../../_ui/fault-message.tsx';
import { TextField } from '../../../_ui/field.tsx';
import { wordsOf } from '../../../_ui/form-words.ts';
import { KeptForm } from '../../../_ui/kept-form.tsx';

/** How long a person's answer stays before the machine is ready for the next. */
const showsMs = 20_000;

/** A scanner types the code and Enter; fingers may do the same. */
export function KioskForm({ facilityId, token }: { facilityId: string; token: string }) {
  const { t } = useText();
  const { run, working, trouble, clear } = useAction();
  const [code, setCode] = useState('');
  const [done, setDone] = useState<CheckedIn | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const ready = () => {
    setDone(null);
    setCode('');
    clear();
    form.current?.querySelector('input')?.focus();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the wait begins with each answer
  useEffect(() => {
    if (!done && !trouble) return;
    const timer = setTimeout(ready, showsMs);
    return () => clearTimeout(timer);
  }, [done, trouble]);

  async function send(data: FormData) {
    const wish = { facilityId, token, code: wordsOf(data)('code') };
    setDone(null);
    const answer = await run(() => trpc.queues.kioskCheckIn.mutate(wish), { refresh: false });
    setDone(answer);
    if (answer) setCode('');
    return false;
  }
  return (
    <>
      <KeptForm ref={form} send={send}>
        <TextField
          label={t('queue.kiosk.code')}
          name="code"
          autoComplete="off"
          required
          minLength={4}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
        <Button type="submit" wide working={working}>
          {t('queue.kiosk.go')}
        </Button>
      </KeptForm>
      <div role="status">
        <FaultMessage trouble={trouble} />
        {done ? (
          <Callout tone="good" title={t('queue.kiosk.done', { name: done.shownName })}>
            <p>
              {t('queue.kiosk.where', {
                department: done.departmentName,
                place: done.place,
                number: done.ticketNumber,
              })}
            </p>
            {done.ahead === null ? null : (
              <p>
                {t('queue.place.ahead', { count: done.ahead })}
                {done.minutes ? ` · ${t('queue.place.wait', done.minutes)}` : null}
              </p>
            )}
            {done.late ? <p>{t('queue.kiosk.late')}</p> : null}
            <Button look="second" onClick={ready}>
              {t('queue.kiosk.again')}
            </Button>
          </Callout>
        ) : null}
      </div>
    </>
  );
}
