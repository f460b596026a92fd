'use client';

import { useText } from '../../../../_text/client-text.tsx';
import { trpc } from '../../../../_trpc/client.ts';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';
import { FaultMessage } from '../../../../_ui/fault-message.tsx';
import { type Choice, RadioGroup } from '../../../../_ui/field.tsx';

type Props = { facilityId: string; sessionId: string; people: Choice[] };

/** Joins for the person chosen; joining again by accident finds the place already taken. */
export function JoinForm({ facilityId, sessionId, people }: Props) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  const join = (data: FormData) =>
    run(() => trpc.waitlist.join.mutate({ facilityId, sessionId, residentId: String(data.get('person')) }));
  return (
    <form action={(data) => void join(data)}>
      <RadioGroup name="person" legend={t('wait.for')} required value={people[0]?.value ?? ''} choices={people} />
      <FaultMessage trouble={trouble} />
      <Button type="submit" working={working} wide>
        {working ? t('kit.working') : t('wait.join')}
      </Button>
    </form>
  );
}
