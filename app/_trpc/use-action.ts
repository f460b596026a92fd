'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useRef, useState } from 'react';
import type { Trouble } from '../_text/fault-text.ts';
import { troubleOf } from './trouble.ts';

/**
 * One thing a person does: `run(() => trpc.booking.cancel.mutate(…))` returns the answer or null, and keeps
 * `trouble` for FaultMessage. A second press while it works is ignored; pages are read anew on success.
 */
export function useAction() {
  const router = useRouter();
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [working, setWorking] = useState(false);
  const busy = useRef(false);
  const run = useCallback(
    async <T>(work: () => Promise<T>, options: { refresh?: boolean } = {}): Promise<T | null> => {
      if (busy.current) return null;
      busy.current = true;
      setWorking(true);
      setTrouble(null);
      try {
        const result = await work();
        if (options.refresh ?? true) router.refresh();
        return result;
      } catch (error) {
        const known = troubleOf(error);
        if (!known) throw error;
        setTrouble(known);
        return null;
      } finally {
        busy.current = false;
        setWorking(false);
      }
    },
    [router],
  );
  return { run, working, trouble, clear: useCallback(() => setTrouble(null), []) };
}
