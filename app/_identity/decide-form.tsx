'use client';

import { useText } from '../_text/client-text.tsx';
import { trpc } from '../_trpc/client.ts';
import { useAction } from '../_trpc/use-action.ts';
import { Button } from '../_ui/button.tsx';
import { FaultMessage } from '../_ui/fault-message.tsx';
import { RadioGroup, TextArea } from '../_ui/field.tsx';
import { Row, Stack } from '../_ui/page-head.tsx';

const words = ['same', 'different', 'ask'] as const;
type Word = (typeof words)[number];

/** Whether the two are one person, with the reason that stays on file. What links itself cannot be asked about. */
export function DecideForm({ id, facilityId, auto }: { id: string; facilityId: string | null; auto: boolean }) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  const send = async (data: FormData) => {
    const wish = {
      id,
      decision: String(data.get('decision')) as Word,
      reason: String(data.get('reason') ?? '').trim(),
    };
    const { decide, decideOwn } = trpc.identity;
    await run(() => (facilityId ? decide.mutate({ ...wish, facilityId }) : decideOwn.mutate(wish)));
  };
  return (
    <form action={(data) => void send(data)}>
      <Stack>
        <RadioGroup
          legend={t('identity.decide.choose')}
          name="decision"
          required
          choices={words
            .filter((word) => !auto || word !== 'ask')
            .map((value) => ({
              value,
              label: t(`identity.decide.${value}`),
              hint: t(`identity.decide.${value}Hint`),
            }))}
        />
        <TextArea
          label={t('identity.decide.reason')}
          hint={t('identity.decide.reasonHint')}
          name="reason"
          minLength={4}
          maxLength={500}
          required
        />
        <FaultMessage trouble={trouble} />
        <Row>
          <Button type="submit" working={working}>
            {t('identity.decide.send')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
