'use client';

import { useText } from '../../../../_text/client-text.tsx';
import { trpc } from '../../../../_trpc/client.ts';
import { type Choice, RadioGroup } from '../../../../_ui/field.tsx';
import { SendForm } from '../../../../_ui/send-form.tsx';

type Props = { facilityId: string; sessionId: string; people: Choice[] };

/** Joins for the person chosen; joining again by accident finds the place already taken. */
export function JoinForm({ facilityId, sessionId, people }: Props) {
  const { t } = useText();
  return (
    <SendForm
      wide
      keep
      send={t('wait.join')}
      act={(words) => trpc.waitlist.join.mutate({ facilityId, sessionId, residentId: words('person') })}
    >
      <RadioGroup name="person" legend={t('wait.for')} required value={people[0]?.value ?? ''} choices={people} />
    </SendForm>
  );
}
