'use client';

import { type FormEvent, useState } from 'react';
import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { useAction } from '../../_trpc/use-action.ts';
import { Button } from '../../_ui/button.tsx';
import { Dialog } from '../../_ui/dialog.tsx';
import { FaultMessage } from '../../_ui/fault-message.tsx';
import { RadioGroup, TextField } from '../../_ui/field.tsx';

const verdicts = ['harmless', 'watch', 'pursue'] as const;

export function JudgeFlag({ flagId }: { flagId: string }) {
  const { t } = useText();
  const { run, working, trouble, clear } = useAction();
  const [open, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    clear();
  };
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const verdict = verdicts.find((one) => one === data.get(`verdict-${flagId}`)) ?? 'watch';
    const note = String(data.get(`note-${flagId}`) ?? '').trim();
    if (await run(() => trpc.behaviour.review.mutate({ flagId, verdict, note }))) setOpen(false);
  }
  return (
    <>
      <Button small look="second" onClick={() => setOpen(true)}>
        {t('behaviour.judge')}
      </Button>
      <Dialog
        open={open}
        title={t('behaviour.judge')}
        onClose={close}
        actions={
          <>
            <Button look="second" onClick={close}>
              {t('kit.cancel')}
            </Button>
            <Button type="submit" form={`judge-${flagId}`} working={working}>
              {t('behaviour.save')}
            </Button>
          </>
        }
      >
        <form id={`judge-${flagId}`} onSubmit={submit}>
          <RadioGroup
            legend={t('behaviour.verdict')}
            name={`verdict-${flagId}`}
            required
            choices={verdicts.map((value) => ({ value, label: t(`behaviour.verdicts.${value}`) }))}
          />
          <TextField
            label={t('behaviour.note')}
            hint={t('behaviour.noteHint')}
            name={`note-${flagId}`}
            minLength={2}
            maxLength={200}
            required
          />
        </form>
        <FaultMessage trouble={trouble} />
      </Dialog>
    </>
  );
}
