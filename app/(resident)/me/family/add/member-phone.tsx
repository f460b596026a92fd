'use client';

import { useRef, useState } from 'react';
import { useText } from '../../../../_text/client-text.tsx';
import { trpc } from '../../../../_trpc/client.ts';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Callout } from '../../../../_ui/callout.tsx';
import { FaultMessage } from '../../../../_ui/fault-message.tsx';
import { TextField } from '../../../../_ui/field.tsx';

/** Sends the code to the family member's own phone: their consent, not the account holder's. */
export function MemberPhone() {
  const { t } = useText();
  const box = useRef<HTMLDivElement>(null);
  const { run, working, trouble } = useAction();
  const [sent, setSent] = useState<{ demoCode: string | null } | null>(null);
  const send = async () => {
    const phone = box.current?.querySelector<HTMLInputElement>('#phone')?.value.trim() ?? '';
    setSent(await run(() => trpc.residents.requestMemberCode.mutate({ phone }), { refresh: false }));
  };
  return (
    <div ref={box}>
      <FaultMessage trouble={trouble} />
      <TextField
        name="phone"
        label={t('me.memberPhone')}
        type="tel"
        inputMode="numeric"
        maxLength={11}
        autoComplete="off"
      />
      <Button look="second" small onClick={send} working={working}>
        {t('me.getCode')}
      </Button>
      {sent ? (
        <Callout tone="info" alert>
          <p>{t('me.codeSent')}</p>
          {sent.demoCode ? <p data-demo-code={sent.demoCode}>{t('signIn.demoCode', { code: sent.demoCode })}</p> : null}
        </Callout>
      ) : null}
      <TextField
        name="phoneCode"
        label={t('me.memberCode')}
        inputMode="numeric"
        maxLength={6}
        autoComplete="one-time-code"
        short
      />
    </div>
  );
}
