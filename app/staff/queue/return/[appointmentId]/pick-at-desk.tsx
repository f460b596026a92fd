'use client';

import { useState } from 'react';
import type { FollowUpView } from '#server/queues/schema/follow-up.ts';
import { useText } from '../../../../_text/client-text.tsx';
import { trpc } from '../../../../_trpc/client.ts';
import { EmptyState } from '../../../../_ui/callout.tsx';
import { RadioGroup } from '../../../../_ui/field.tsx';
import type { Words } from '../../../../_ui/form-words.ts';
import { SendForm } from '../../../../_ui/send-form.tsx';

/** A few times to read out; one press books and goes on to the slip. The key stays over retries. */
export function PickAtDesk({ followUp }: { followUp: FollowUpView }) {
  const { t, f } = useText();
  const [key] = useState(() => crypto.randomUUID().replaceAll('-', ''));
  if (followUp.times.length === 0)
    return <EmptyState title={t('queue.desk.noTimes')}>{t('queue.desk.noTimesText')}</EmptyState>;

  const book = async (words: Words) => {
    const time = followUp.times[Number(words('time'))];
    if (!time) return null;
    const { sessionId, windowStart } = time;
    const which = { facilityId: followUp.facilityId, followUpId: followUp.id, sessionId, windowStart };
    const wish = { ...which, key: `${key}${windowStart.getTime()}`.slice(0, 64) };
    return await trpc.followUps.pickAtDesk.mutate(wish);
  };
  return (
    <SendForm
      send={t('queue.desk.go')}
      act={book}
      to={({ appointmentId }) => `/staff/proxy/slip/${appointmentId}?new=1`}
    >
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
    </SendForm>
  );
}
