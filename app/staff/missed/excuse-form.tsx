'use client';

import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { useAction } from '../../_trpc/use-action.ts';
import { Button } from '../../_ui/button.tsx';
import { FaultMessage } from '../../_ui/fault-message.tsx';
import { SelectField, TextField } from '../../_ui/field.tsx';
import { Stack } from '../../_ui/page-head.tsx';

const causes = ['came', 'facility'] as const;

/** The hospital's own word on a missed visit: the person came after all, or is not to blame. */
export function ExcuseForm({ appointmentId }: { appointmentId: string }) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  const send = async (data: FormData) => {
    const cause = causes.find((one) => one === data.get(`cause-${appointmentId}`)) ?? 'came';
    const reason = String(data.get(`reason-${appointmentId}`) ?? '').trim();
    await run(() => trpc.conduct.excuse.mutate({ appointmentId, cause, reason }));
  };
  return (
    <details>
      <summary>{t('conduct.staff.excuse')}</summary>
      <form action={(data) => void send(data)}>
        <Stack>
          <SelectField
            label={t('conduct.staff.cause')}
            name={`cause-${appointmentId}`}
            choices={causes.map((value) => ({ value, label: t(`conduct.staff.${value}`) }))}
          />
          <TextField
            label={t('conduct.staff.reason')}
            hint={t('conduct.staff.reasonHint')}
            name={`reason-${appointmentId}`}
            minLength={4}
            maxLength={500}
            required
          />
          <FaultMessage trouble={trouble} />
          <Button type="submit" small working={working}>
            {t('conduct.staff.save')}
          </Button>
        </Stack>
      </form>
    </details>
  );
}
