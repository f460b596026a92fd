'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Reads the page anew while it is looked at: others change what it shows at the same time. */
export function KeepFresh({ everyMs = 8000 }: { everyMs?: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [router, everyMs]);
  return null;
}
