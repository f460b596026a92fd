'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { useText } from '../_text/client-text.tsx';
import { type Trouble, wordFault } from '../_text/fault-text.ts';
import { Callout } from './callout.tsx';

/** A refused or failed action in words; it takes the focus so that nobody misses it. Nothing when all is well. */
export function FaultMessage({ trouble, children }: { trouble: Trouble | null; children?: ReactNode }) {
  const { t, f } = useText();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (trouble) ref.current?.focus();
  }, [trouble]);
  if (!trouble) return null;
  const words = wordFault(t, f, trouble);
  return (
    <div ref={ref} tabIndex={-1}>
      <Callout
        tone={trouble.code === 'unavailable' || trouble.code === 'network' ? 'wait' : 'stop'}
        title={words.title}
        alert
      >
        {words.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {children}
      </Callout>
    </div>
  );
}
