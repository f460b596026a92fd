'use client';

import { useState } from 'react';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { useAction } from '../../../_trpc/use-action.ts';
import { Button } from '../../../_ui/button.tsx';
import { FaultMessage } from '../../../_ui/fault-message.tsx';
import css from '../guide.module.css';
import { ReasonDialog } from '../reason-dialog.tsx';

type Props = { id: string; text: string; drop: { reason: string; mine: boolean } | null };

/** A case leaves by two persons: one asks with a reason, another agrees. */
export function DropCase({ id, text, drop }: Props) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  const [asking, setAsking] = useState(false);
  const { learn } = trpc.navigation;
  async function ask(reason: string) {
    await run(() => learn.askDropCase.mutate({ id, reason }));
    setAsking(false);
  }
  return (
    <>
      {drop ? (
        <>
          <span className={css.under}>{t('learn.cases.asked', { reason: drop.reason })}</span>
          {drop.mine ? <span className={css.under}>{t('learn.cases.ownWish')}</span> : null}
          <div className={css.tools}>
            <Button
              look="stop"
              small
              disabled={drop.mine}
              working={working}
              onClick={() => run(() => learn.dropCase.mutate({ id }))}
            >
              {t('learn.cases.drop')}
            </Button>
            <Button look="second" small working={working} onClick={() => run(() => learn.keepCase.mutate({ id }))}>
              {t('learn.cases.keep')}
            </Button>
          </div>
        </>
      ) : (
        <Button
          look="quiet"
          small
          working={working}
          aria-label={t('learn.cases.askFor', { text })}
          onClick={() => setAsking(true)}
        >
          {t('learn.cases.ask')}
        </Button>
      )}
      <FaultMessage trouble={trouble} />
      <ReasonDialog
        open={asking}
        title={t('learn.cases.askFor', { text })}
        working={working}
        onClose={() => setAsking(false)}
        onConfirm={ask}
      />
    </>
  );
}
