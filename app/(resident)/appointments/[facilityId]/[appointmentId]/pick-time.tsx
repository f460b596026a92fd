'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { FollowUpView } from '#server/queues/schema/follow-up.ts';
import { useText } from '../../../../_text/client-text.tsx';
import { trpc } from '../../../../_trpc/client.ts';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';
import { FaultMessage } from '../../../../_ui/fault-message.tsx';
import { RadioGroup } from '../../../../_ui/field.tsx';
import { KeptForm } from '../../../../_ui/kept-form.tsx';

/** One press books; the key stays the same over retries, so nothing is booked twice. */
export function PickTime({ followUp }: { followUp: FollowUpView }) {
  const { t, f } = useText();
  const router = useRouter();
  const { run, working, trouble } = useAction();
  const [key] = useState(() => crypto.randomUUID().replaceAll('-', ''));
  const which = { facilityId: followUp.facilityId, followUpId: followUp.id };
  const send = async (data: FormData) => {
    const time = followUp.times[Number(data.get('time'))];
    if (!time) return false;
    const { sessionId, windowStart } = time;
    const wish = { ...which, key: `${key}${windowStart.getTime()}`.slice(0, 64), sessionId, windowStart };
    const made = await run(() => trpc.followUps.pick.mutate(wish), { refresh: false });
    if (made) router.push(`/appointments/${made.facilityId}/${made.appointmentId}`);
    return false;
  };
  const choices = followUp.times.map((time, i) => ({
    value: String(i),
    label: f.visit(time.windowStart, time.windowEnd),
    hint: [time.practitionerName, f.money(time.feeFen)].filter(Boolean).join(' · '),
  }));
  const decline = () => run(() => trpc.followUps.decline.mutate(which));
  return (
    <KeptForm send={send}>
      {choices.length === 0 ? (
        <p>{t('queue.returnVisit.none')}</p>
      ) : (
        <RadioGroup legend={t('queue.returnVisit.pick')} name="time" choices={choices} required />
      )}
      <FaultMessage trouble={trouble} />
      {choices.length > 0 ? (
        <Button type="submit" wide working={working}>
          {t('queue.returnVisit.go')}
        </Button>
      ) : null}
      <Button look="quiet" wide working={working} onClick={decline}>
        {t('queue.returnVisit.decline')}
      </Button>
    </KeptForm>
  );
}
