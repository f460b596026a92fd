'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const everyMs = 8000;

/** Reads the page anew while it is looked at: colleagues call and check in at the same time. */
export function KeepFresh() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
