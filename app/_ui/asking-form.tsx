'use client';

import { type ReactNode, useId, useState } from 'react';
import { useText } from '../_text/client-text.tsx';
import { useAction } from '../_trpc/use-action.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { FaultMessage } from './fault-message.tsx';
import { type Words, wordsOf } from './form-words.ts';
import { KeptForm } from './kept-form.tsx';
import css from './layout.module.css';

/** As ConfirmButton, with something to fill in: the button asks, the dialog says what follows and does it. */
export function AskingForm<T>(props: {
  label: ReactNode;
  title: ReactNode;
  yes: ReactNode;
  /** In the dialog, the way back. */
  no?: ReactNode;
  look?: 'second' | 'stop';
  yesLook?: 'primary' | 'stop';
  small?: boolean;
  /** Why it cannot be done. */
  blocked?: string | null;
  act: (words: Words) => Promise<T>;
  /** What came of it, beside the button. */
  said?: (done: T) => ReactNode;
  onDone?: (done: T) => void;
  /** What follows, above the fields. */
  lead?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useText();
  const id = useId();
  const [asking, setAsking] = useState(false);
  const [outcome, setOutcome] = useState<ReactNode>('');
  const { run, working, trouble, clear } = useAction();
  const close = () => {
    setAsking(false);
    clear();
  };
  const send = async (data: FormData) => {
    const done = await run(() => props.act(wordsOf(data)));
    if (done === null) return false;
    setOutcome(props.said?.(done));
    close();
    props.onDone?.(done);
    return true;
  };
  return (
    <div className={css.row}>
      <Button
        look={props.look ?? 'second'}
        small={props.small ?? false}
        disabled={Boolean(props.blocked)}
        onClick={() => setAsking(true)}
      >
        {props.label}
      </Button>
      {props.blocked ? <span className={css.why}>{props.blocked}</span> : null}
      {props.said ? (
        <span role="status" className={css.said}>
          {outcome}
        </span>
      ) : null}
      <Dialog
        open={asking}
        title={props.title}
        onClose={close}
        actions={
          <>
            <Button look="second" onClick={close} disabled={working}>
              {props.no ?? t('kit.cancel')}
            </Button>
            <Button type="submit" form={id} look={props.yesLook ?? 'primary'} working={working}>
              {props.yes}
            </Button>
          </>
        }
      >
        {props.lead}
        <KeptForm id={id} send={send}>
          {props.children}
        </KeptForm>
        <FaultMessage trouble={trouble} />
      </Dialog>
    </div>
  );
}
