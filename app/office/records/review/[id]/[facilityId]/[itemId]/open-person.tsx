'use client';

import { useText } from '../../../../../../_text/client-text.tsx';
import { trpc } from '../../../../../../_trpc/client.ts';
import { useAction } from '../../../../../../_trpc/use-action.ts';
import { Button } from '../../../../../../_ui/button.tsx';
import { FaultMessage } from '../../../../../../_ui/fault-message.tsx';
import { SelectField, TextArea } from '../../../../../../_ui/field.tsx';
import css from '../../../../../../_ui/layout.module.css';
import { Row, Stack } from '../../../../../../_ui/page-head.tsx';

const grounds = ['complaint', 'harm', 'fraud', 'other'] as const;

/** Opens the case, with the reason that the person and the office above will read. */
export function OpenPerson({ facilityId, itemId }: { facilityId: string; itemId: string }) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  const send = async (data: FormData) => {
    const ground = grounds.find((one) => one === data.get('ground')) ?? 'other';
    const reason = String(data.get('reason') ?? '').trim();
    await run(() => trpc.reviews.openPerson.mutate({ facilityId, id: itemId, ground, reason }));
  };
  return (
    <details className={css.folded}>
      <summary>{t('review.person.open')}</summary>
      <form action={(data) => void send(data)}>
        <Stack>
          <SelectField
            label={t('review.person.ground')}
            name="ground"
            choices={grounds.map((value) => ({ value, label: t(`review.person.grounds.${value}`) }))}
          />
          <TextArea
            label={t('review.person.reason')}
            hint={t('review.person.reasonHint')}
            name="reason"
            minLength={8}
            maxLength={500}
            required
          />
          <FaultMessage trouble={trouble} />
          <Row>
            <Button type="submit" look="stop" working={working}>
              {t('review.person.open')}
            </Button>
          </Row>
        </Stack>
      </form>
    </details>
  );
}
