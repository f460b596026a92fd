'use client';

import { type ReactNode, useEffect, useId, useRef } from 'react';
import css from './dialog.module.css';

/** The browser's own dialog: keeps the focus inside, closes with Escape, and gives the focus back. */
export function Dialog(props: {
  open: boolean;
  title: ReactNode;
  onClose: () => void;
  children: ReactNode;
  actions: ReactNode;
}) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (props.open && !dialog.open) dialog.showModal();
    if (!props.open && dialog.open) dialog.close();
  }, [props.open]);
  return (
    <dialog ref={ref} className={css.dialog} aria-labelledby={id} onClose={props.onClose}>
      <h2 id={id}>{props.title}</h2>
      <div className={css.body}>{props.children}</div>
      <div className={css.actions}>{props.actions}</div>
    </dialog>
  );
}
