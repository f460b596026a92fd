'use client';

import { type ReactNode, useState } from 'react';
import { useText } from '../_text/client-text.tsx';
import { useAction } from '../_trpc/use-action.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { FaultMessage } from './fault-message.tsx';

/** Two presses: the button asks, the dialog says what follows and does it. */
export function ConfirmButton(props: {
  label: ReactNode;
  /** What the button is about, for who cannot see where it stands. */
  about?: string | undefined;
  /** The whole name instead, where the label alone would be one of many alike. */
  spoken?: string;
  title: ReactNode;
  yes: ReactNode;
  /** In the dialog, the way back. */
  no?: ReactNode;
  look?: 'second' | 'quiet' | 'stop';
  yesLook?: 'primary' | 'stop';
  size?: 'small' | 'usual' | 'wide';
  act: () => Promise<unknown>;
  children: ReactNode;
}) {
  const { t } = useText();
  const [asking, setAsking] = useState(false);
  const { run, working, trouble, clear } = useAction();
  const size = props.size ?? 'small';
  const close = () => {
    setAsking(false);
    clear();
  };
  const act = async () => {
    if (await run(props.act)) close();
  };
  return (
    <>
      <Button
        look={props.look ?? 'second'}
        small={size === 'small'}
        wide={size === 'wide'}
        aria-label={props.spoken}
        onClick={() => setAsking(true)}
      >
        {props.label}
        {props.about ? <span className="sr-only">{props.about}</span> : null}
      </Button>
      <Dialog
        open={asking}
        title={props.title}
        onClose={close}
        actions={
          <>
            <Button look="second" onClick={close} disabled={working}>
              {props.no ?? t('kit.cancel')}
            </Button>
            <Button look={props.yesLook ?? 'primary'} onClick={act} working={working}>
              {props.yes}
            </Button>
          </>
        }
      >
        <FaultMessage trouble={trouble} />
        {props.children}
      </Dialog>
    </>
  );
}
