'use client';

import { useText } from '../../../../_text/client-text.tsx';
import { trpc } from '../../../../_trpc/client.ts';
import { type Choice, RadioGroup } from '../../../../_ui/field.tsx';
import { SendForm } from '../../../../_ui/send-form.tsx';

type Props = { facilityId: string; sessionId: string; people: Choice[] };

/** A second press, or another phone of the family, finds the same request. */
export function EnterForm({ facilityId, sessionId, people }: Props) {
  const { t } = useText();
  return (
    <SendForm
      wide
      keep
      send={t('draw.enter')}
      act={(words) => trpc.draws.enter.mutate({ facilityId, sessionId, residentId: words('person') })}
    >
      <RadioGroup name="person" legend={t('draw.who')} choices={people} value={people[0]?.value ?? ''} required />
    </SendForm>
  );
}
