'use client';

import { useActionState } from 'react';
import { useText } from '../_text/client-text.tsx';
import { Button } from '../_ui/button.tsx';
import { Callout } from '../_ui/callout.tsx';
import { FaultMessage } from '../_ui/fault-message.tsx';
import { TextField } from '../_ui/field.tsx';
import { type CodeState, signInByCode, signInByPassword } from './actions.ts';
import type { DemoAccount } from './demo-accounts.tsx';
import css from './sign-in.module.css';

/** Phone, then the code sent to it. Which button was pressed travels with the form, so script is not needed. */
export function CodeForm({ next, phone }: { next: string; phone: string }) {
  const { t } = useText();
  const start: CodeState = { phone, sent: false, demoCode: null, retryAfter: 0, trouble: null };
  const [state, act, working] = useActionState(signInByCode, start);
  return (
    <form action={act} className={css.form} noValidate>
      <FaultMessage trouble={state.trouble} />
      <input type="hidden" name="next" value={next} />
      <TextField
        {...{ name: 'phone', label: t('signIn.phone'), hint: t('signIn.phoneHint'), type: 'tel', inputMode: 'numeric' }}
        {...{ autoComplete: 'tel-national', maxLength: 13, defaultValue: state.phone, required: true }}
        readOnly={state.sent}
      />
      {state.sent ? (
        <>
          <Callout tone="info">
            <p>{t('signIn.codeSent', { phone: state.phone })}</p>
            {state.demoCode ? (
              <p data-demo-code={state.demoCode}>{t('signIn.demoCode', { code: state.demoCode })}</p>
            ) : null}
          </Callout>
          <TextField
            {...{ name: 'code', label: t('signIn.code'), inputMode: 'numeric', autoComplete: 'one-time-code' }}
            {...{ maxLength: 6, required: true, short: true, autoFocus: true }}
          />
          <Button type="submit" name="step" value="check" wide working={working}>
            {t('signIn.submit')}
          </Button>
          <Button type="submit" name="step" value="send" look="quiet" wide disabled={working} formNoValidate>
            {t('signIn.sendAgain')}
          </Button>
        </>
      ) : (
        <Button type="submit" name="step" value="send" wide working={working}>
          {t('signIn.sendCode')}
        </Button>
      )}
    </form>
  );
}

export function PasswordForm({ next, fill }: { next: string; fill: DemoAccount | null }) {
  const { t } = useText();
  const [state, act, working] = useActionState(signInByPassword, { login: fill?.login ?? '', trouble: null });
  return (
    <form action={act} className={css.form} noValidate>
      <FaultMessage trouble={state.trouble} />
      <input type="hidden" name="next" value={next} />
      <TextField
        name="login"
        label={t('signIn.login')}
        autoComplete="username"
        defaultValue={state.login}
        required
        maxLength={80}
      />
      <TextField
        {...{ name: 'password', label: t('signIn.password'), type: 'password', autoComplete: 'current-password' }}
        {...{ defaultValue: fill?.password ?? '', required: true, maxLength: 200 }}
      />
      <TextField
        {...{ name: 'totp', label: t('signIn.totp'), hint: t('signIn.totpHint'), inputMode: 'numeric' }}
        {...{
          autoComplete: 'one-time-code',
          defaultValue: fill?.totp ?? '',
          maxLength: 7,
          required: true,
          short: true,
        }}
      />
      <Button type="submit" wide working={working}>
        {t('signIn.submit')}
      </Button>
    </form>
  );
}
