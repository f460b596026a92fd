'use client';

import type { ReactNode } from 'react';
import { TextArea } from './field.tsx';
import css from './layout.module.css';
import { SendForm } from './send-form.tsx';

/** Folded until asked for: a few words of one's own, and off they go. */
export function ReasonForm(props: {
  name: string;
  summary: ReactNode;
  label: ReactNode;
  hint: ReactNode;
  send: ReactNode;
  /** Left out: nothing need be written. */
  minLength?: number;
  maxLength?: number;
  act: (words: string) => Promise<unknown>;
}) {
  return (
    <details className={css.folded}>
      <summary>{props.summary}</summary>
      <SendForm stacked send={props.send} act={(words) => props.act(words(props.name))}>
        <TextArea
          label={props.label}
          hint={props.hint}
          name={props.name}
          minLength={props.minLength}
          maxLength={props.maxLength ?? 500}
          required={props.minLength !== undefined}
        />
      </SendForm>
    </details>
  );
}
