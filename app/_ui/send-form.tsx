'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { useAction } from '../_trpc/use-action.ts';
import { Button, type Look } from './button.tsx';
import { FaultMessage } from './fault-message.tsx';
import { type Words, wordsOf } from './form-words.ts';
import { KeptForm } from './kept-form.tsx';
import css from './layout.module.css';

type Props<T> = Look & {
  /** Sends what was typed. Null: it was not sent, and the fields say why. */
  act: (words: Words, data: FormData) => Promise<T | null>;
  /** What the one button says. */
  send: ReactNode;
  /** What came of it, beside the button. */
  said?: (done: T, words: Words) => ReactNode;
  /** The page to go on to. */
  to?: ((done: T) => string) | undefined;
  /** What else follows. */
  onDone?: (done: T) => void;
  /** What was sent stays in the fields, as in a form that shows how things are. */
  keep?: boolean;
  /** Why nothing can be sent. */
  blocked?: string | null | undefined;
  hint?: ReactNode;
  /** Another button beside the one. */
  more?: ReactNode;
  /** With room between the fields. */
  stacked?: boolean;
  children?: ReactNode;
};

/** Fields, what went wrong, and one button with what came of it. What was typed stays until it is taken. */
export function SendForm<T>({
  act,
  send,
  said,
  to,
  onDone,
  keep,
  blocked,
  hint,
  more,
  stacked,
  children,
  ...look
}: Props<T>) {
  const router = useRouter();
  const { run, working, trouble } = useAction();
  const [outcome, setOutcome] = useState<ReactNode>('');
  const submit = async (data: FormData) => {
    setOutcome('');
    const words = wordsOf(data);
    const done = await run(() => act(words, data), { refresh: to === undefined });
    if (done === null) return false;
    onDone?.(done);
    if (to) router.push(to(done));
    if (said) setOutcome(said(done, words));
    return !keep && !to;
  };
  const beside = blocked ?? hint;
  return (
    <KeptForm send={submit} className={stacked ? css.stack : undefined}>
      {blocked === undefined ? children : <fieldset disabled={blocked !== null}>{children}</fieldset>}
      {stacked ? (
        <FaultMessage trouble={trouble} />
      ) : (
        <div className={css.fault}>
          <FaultMessage trouble={trouble} />
        </div>
      )}
      <div className={css.row}>
        <Button type="submit" {...look} disabled={Boolean(blocked)} working={working}>
          {send}
        </Button>
        {more}
        {beside ? <span className={css.why}>{beside}</span> : null}
        {said ? (
          <span role="status" className={css.said}>
            {outcome}
          </span>
        ) : null}
      </div>
    </KeptForm>
  );
}
