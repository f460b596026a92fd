'use client';

import { useText } from '../../../../_text/client-text.tsx';
import { trpc } from '../../../../_trpc/client.ts';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';
import { FaultMessage } from '../../../../_ui/fault-message.tsx';
import { type Choice, RadioGroup } from '../../../../_ui/field.tsx';

type Props = { facilityId: string; sessionId: string; people: Choice[] };

/** A second press, or another phone of the family, finds the same request. */
export function EnterForm({ facilityId, sessionId, people }: Props) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  const enter = async (data: FormData) => {
    const residentId = String(data.get('person') ?? '');
    await run(() => trpc.draws.enter.mutate({ facilityId, sessionId, residentId }));
  };
  return (
    <form action={(data) => void enter(data)}>
      <RadioGroup name="person" legend={t('draw.who')} choices={people} value={people[0]?.value ?? ''} required />
      <FaultMessage trouble={trouble} />
      <Button type="submit" working={working} wide>
        {t('draw.enter')}
      </Button>
    </form>
  );
}
