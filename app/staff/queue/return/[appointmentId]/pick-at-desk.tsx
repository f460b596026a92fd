'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import type { FollowUpView } from '#server/queues/schema/follow-up.ts';
import { useText } from '../../../../_text/client-text.tsx';
import { trpc } from '../../../../_trpc/client.ts';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';
import { EmptyState } from '../../../../_ui/callout.tsx';
import { FaultMessage } from '../../../../_ui/fault-message.tsx';
import { RadioGroup } from '../../../../_ui/field.tsx';

/** A few times to read out; one press books and goes on to the slip. The key stays over retries. */
export function PickAtDesk({ followUp }: { followUp: FollowUpView }) {
  const { t, f } = useText();
  const router = useRouter();
  const { run, working, trouble } = useAction();
  const [key] = useState(() => crypto.randomUUID().replaceAll('-', ''));
  if (followUp.times.length === 0)
    return <EmptyState title={t('queue.desk.noTimes')}>{t('queue.desk.noTimesText')}</EmptyState>;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const time = followUp.times[Number(new FormData(event.currentTarget).get('time'))];
    if (!time) return;
    const { sessionId, windowStart } = time;
    const which = { facilityId: followUp.facilityId, followUpId: followUp.id, sessionId, windowStart };
    const wish = { ...which, key: `${key}${windowStart.getTime()}`.slice(0, 64) };
    const made = await run(() => trpc.followUps.pickAtDesk.mutate(wish), { refresh: false });
    if (made) router.push(`/staff/proxy/slip/${made.appointmentId}?new=1`);
  }
  return (
    <form onSubmit={submit}>
      <RadioGroup
        legend={t('queue.desk.pick')}
        name="time"
        required
        choices={followUp.times.map((time, i) => ({
          value: String(i),
          label: f.visit(time.windowStart, time.windowEnd),
          hint: `${time.practitionerName ?? t('find.anyDoctor')} · ${f.money(time.feeFen)}`,
        }))}
      />
      <FaultMessage trouble={trouble} />
      <Button type="submit" working={working}>
        {t('queue.desk.go')}
      </Button>
    </form>
  );
}
