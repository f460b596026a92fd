'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { trpc } from '../../../../_trpc/client.ts';

const everyMs = 4000;

/** Asks for the hospital's answer while the page is looked at; the page itself is read anew only when it came. */
export function WaitForHospital(props: { facilityId: string; appointmentId: string; text: string }) {
  const router = useRouter();
  const { facilityId, appointmentId } = props;
  useEffect(() => {
    let over = false;
    const timer = setInterval(async () => {
      if (document.hidden) return;
      const visit = await trpc.booking.get.query({ facilityId, appointmentId }).catch(() => null);
      if (over || !visit || visit.status === 'held') return;
      clearInterval(timer);
      router.refresh();
    }, everyMs);
    return () => {
      over = true;
      clearInterval(timer);
    };
  }, [router, facilityId, appointmentId]);
  return <p role="status">{props.text}…</p>;
}
