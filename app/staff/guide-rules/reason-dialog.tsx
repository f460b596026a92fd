'use client';

import { type FormEvent, useId } from 'react';
import { useText } from '../../_text/client-text.tsx';
import { Button } from '../../_ui/button.tsx';
import { Dialog } from '../../_ui/dialog.tsx';
import { TextField } from '../../_ui/field.tsx';

type Props = {
  open: boolean;
  title: string;
  working: boolean;
  onClose: () => void;
  onConfirm: (reason: string) => void;
};

/** A step that others must be able to understand later asks for its reason first. */
export function ReasonDialog({ open, title, working, onClose, onConfirm }: Props) {
  const { t } = useText();
  const id = useId();
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    onConfirm(String(new FormData(form).get(`reason-${id}`) ?? '').trim());
    form.reset();
  }
  return (
    <Dialog
      open={open}
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button look="second" onClick={onClose}>
            {t('kit.cancel')}
          </Button>
          <Button type="submit" form={id} working={working}>
            {t('learn.act.confirm')}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={submit}>
        <TextField
          label={t('learn.act.reason')}
          name={`reason-${id}`}
          minLength={4}
          maxLength={500}
          autoComplete="off"
          required
        />
      </form>
    </Dialog>
  );
}
