'use client';

import { glassCauses } from '#server/consents/schema.ts';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { useAction } from '../../../_trpc/use-action.ts';
import { Button } from '../../../_ui/button.tsx';
import { FaultMessage } from '../../../_ui/fault-message.tsx';
import { RadioGroup, TextArea } from '../../../_ui/field.tsx';
import { Stack } from '../../../_ui/page-head.tsx';

type Cause = (typeof glassCauses)[number];

/** The emergency and its reason; what follows is said before the button. */
export function BreakGlass({ residentId, hours }: { residentId: string; hours: number }) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  const send = async (data: FormData) => {
    const wish = { residentId, cause: data.get('cause') as Cause, reason: String(data.get('reason') ?? '').trim() };
    await run(() => trpc.consents.breakGlass.mutate(wish));
  };
  return (
    <form action={(data) => void send(data)}>
      <Stack>
        <RadioGroup
          legend={t('patient.glass.cause')}
          name="cause"
          required
          columns
          choices={glassCauses.map((value) => ({ value, label: t(`patient.glass.causes.${value}`) }))}
        />
        <TextArea
          label={t('patient.glass.reason')}
          hint={t('patient.glass.reasonHint')}
          name="reason"
          minLength={8}
          maxLength={500}
          required
        />
        <p>{t('patient.glass.warn', { hours })}</p>
        <FaultMessage trouble={trouble} />
        <div>
          <Button type="submit" look="stop" working={working}>
            {t('patient.glass.send')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
