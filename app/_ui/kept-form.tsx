'use client';

import { type FormHTMLAttributes, type RefObject, useRef } from 'react';

type Props = Omit<FormHTMLAttributes<HTMLFormElement>, 'action' | 'onSubmit' | 'onReset'> & {
  ref?: RefObject<HTMLFormElement | null>;
  /** Says whether it was taken; only then is the form emptied. */
  send: (data: FormData) => Promise<boolean>;
};

/**
 * A form that loses nothing. React keeps for an `action` what is sent before the script has arrived, where `onSubmit`
 * would let it go into the address; but it also empties the form at once, refused or not, which is stopped here.
 */
export function KeptForm({ send, ref, ...rest }: Props) {
  const own = useRef<HTMLFormElement>(null);
  const form = ref ?? own;
  const taken = useRef(false);
  const submit = async (data: FormData) => {
    taken.current = await send(data);
    if (taken.current) form.current?.reset();
    taken.current = false;
  };
  return (
    <form
      {...rest}
      ref={form}
      action={(data) => void submit(data)}
      onReset={(event) => {
        if (!taken.current) event.preventDefault();
      }}
    />
  );
}
