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
  title: ReactNode;
  yes: ReactNode;
  look?: 'second' | 'quiet' | 'stop';
  yesLook?: 'primary' | 'stop';
  act: () => Promise<unknown>;
  children: ReactNode;
}) {
  const { t } = useText();
  const [asking, setAsking] = useState(false);
  const { run, working, trouble } = useAction();
  const act = async () => {
    if (await run(props.act)) setAsking(false);
  };
  return (
    <>
      <Button look={props.look ?? 'second'} small onClick={() => setAsking(true)}>
        {props.label}
        {props.about ? <span className="sr-only">{props.about}</span> : null}
      </Button>
      <Dialog
        open={asking}
        title={props.title}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button look="second" onClick={() => setAsking(false)} disabled={working}>
              {t('kit.cancel')}
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
