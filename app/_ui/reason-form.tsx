'use client';

import type { ReactNode } from 'react';
import { useAction } from '../_trpc/use-action.ts';
import { Button } from './button.tsx';
import { FaultMessage } from './fault-message.tsx';
import { TextArea } from './field.tsx';
import css from './layout.module.css';

/** Folded until asked for: a few words of one's own, and off they go. */
export function ReasonForm(props: {
  name: string;
  summary: ReactNode;
  label: ReactNode;
  hint: ReactNode;
  send: ReactNode;
  /** Left out: nothing need be written. */
  minLength?: number;
  act: (words: string) => Promise<unknown>;
}) {
  const { run, working, trouble } = useAction();
  const send = async (data: FormData) => {
    await run(() => props.act(String(data.get(props.name) ?? '').trim()));
  };
  return (
    <details className={css.folded}>
      <summary>{props.summary}</summary>
      <form action={(data) => void send(data)} className={css.stack}>
        <TextArea
          label={props.label}
          hint={props.hint}
          name={props.name}
          minLength={props.minLength}
          maxLength={500}
          required={props.minLength !== undefined}
        />
        <FaultMessage trouble={trouble} />
        <div className={css.row}>
          <Button type="submit" working={working}>
            {props.send}
          </Button>
        </div>
      </form>
    </details>
  );
}
