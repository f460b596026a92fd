'use client';

import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { useAction } from '../../_trpc/use-action.ts';
import { Button } from '../../_ui/button.tsx';
import { FaultMessage } from '../../_ui/fault-message.tsx';
import { TextArea } from '../../_ui/field.tsx';
import { Row, Stack } from '../../_ui/page-head.tsx';

/** Granted or not, with the reason that the person reads. */
export function DecideForm({ residentId, appealId }: { residentId: string; appealId: string }) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  const name = `answer-${appealId}`;
  const decide = (grant: boolean) => async (data: FormData) => {
    const answer = String(data.get(name) ?? '').trim();
    await run(() => trpc.conduct.decideAppeal.mutate({ residentId, appealId, grant, answer }));
  };
  return (
    <form>
      <Stack>
        <TextArea label={t('conduct.office.answer')} name={name} minLength={4} maxLength={500} required />
        <FaultMessage trouble={trouble} />
        <Row>
          <Button type="submit" formAction={(data) => void decide(true)(data)} working={working}>
            {t('conduct.office.grant')}
          </Button>
          <Button type="submit" look="second" formAction={(data) => void decide(false)(data)} disabled={working}>
            {t('conduct.office.refuse')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
