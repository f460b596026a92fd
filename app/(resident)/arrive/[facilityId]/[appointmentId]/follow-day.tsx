'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useText } from '../../../../_text/client-text.tsx';
import { trpc } from '../../../../_trpc/client.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Icon } from '../../../../_ui/icon.tsx';
import css from '../../arrive.module.css';

const everyMs = 15_000;
type Props = { facilityId: string; appointmentId: string; stepFree: boolean; version: string; text: string };

/** Asks now and then, while the page is looked at, whether anything changed; only then the page is read anew. */
export function FollowDay({ facilityId, appointmentId, stepFree, version, text }: Props) {
  const router = useRouter();
  useEffect(() => {
    let over = false;
    const look = async () => {
      if (document.hidden) return;
      const wish = { facilityId, appointmentId, stepFree };
      const seen = await trpc.navigation.arrive.visitVersion.query(wish).catch(() => null);
      if (!over && seen && seen.version !== version) router.refresh();
    };
    const timer = setInterval(look, everyMs);
    document.addEventListener('visibilitychange', look);
    return () => {
      over = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [router, facilityId, appointmentId, stepFree, version]);
  return <p className={`${css.note} no-print`}>{text}</p>;
}

export function PrintDay() {
  const { t } = useText();
  return (
    <div className="no-print">
      <Button look="second" onClick={() => window.print()} wide>
        <Icon name="print" />
        {t('arrive.day.print')}
      </Button>
    </div>
  );
}
