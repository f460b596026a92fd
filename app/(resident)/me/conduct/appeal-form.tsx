'use client';

import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { useAction } from '../../../_trpc/use-action.ts';
import { Button } from '../../../_ui/button.tsx';
import { FaultMessage } from '../../../_ui/fault-message.tsx';
import { TextArea } from '../../../_ui/field.tsx';
import { Stack } from '../../../_ui/page-head.tsx';
import css from './conduct.module.css';

type Props = { residentId: string; appointmentId: string; appealDays: number };

/** The reason in one's own words; the page then shows the clock of the answer. */
export function AppealForm({ residentId, appointmentId, appealDays }: Props) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  const name = `reason-${appointmentId}`;
  const send = async (data: FormData) => {
    const reason = String(data.get(name) ?? '').trim();
    await run(() => trpc.conduct.appeal.mutate({ residentId, appointmentId, reason }));
  };
  return (
    <details className={css.appeal}>
      <summary>{t('conduct.appeal.start')}</summary>
      <form action={(data) => void send(data)}>
        <Stack>
          <TextArea
            label={t('conduct.appeal.reason')}
            hint={t('conduct.appeal.reasonHint', { days: appealDays })}
            name={name}
            minLength={4}
            maxLength={500}
            required
          />
          <FaultMessage trouble={trouble} />
          <Button type="submit" working={working}>
            {t('conduct.appeal.send')}
          </Button>
        </Stack>
      </form>
    </details>
  );
}
