'use client';

import { useState } from 'react';
import { useText } from '../../../../../_text/client-text.tsx';
import { trpc } from '../../../../../_trpc/client.ts';
import { useAction } from '../../../../../_trpc/use-action.ts';
import { Button } from '../../../../../_ui/button.tsx';
import { FaultMessage } from '../../../../../_ui/fault-message.tsx';
import { TextArea, TextField } from '../../../../../_ui/field.tsx';
import { wordsOf } from '../../../../../_ui/form-words.ts';
import { KeptForm } from '../../../../../_ui/kept-form.tsx';
import { Row, Stack } from '../../../../../_ui/page-head.tsx';

type Props = {
  id: string;
  facilityId: string;
  confirmed: number;
  due: { least: string; usual: string; most: string };
};

/** Everything confirmed goes to the hospital with one day by which it answers. */
export function ReturnForm({ id, facilityId, confirmed, due }: Props) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  const [sent, setSent] = useState(0);
  const send = async (data: FormData) => {
    const words = wordsOf(data);
    const wish = { id, facilityId, dueDay: words('dueDay'), comment: words('words') };
    const done = await run(() => trpc.reviews.returnAll.mutate(wish));
    setSent(done?.count ?? 0);
    return done !== null;
  };
  return (
    <KeptForm send={send}>
      <Stack>
        {confirmed > 0 ? (
          <>
            <TextField
              label={t('review.hospital.due')}
              name="dueDay"
              type="date"
              min={due.least}
              max={due.most}
              defaultValue={due.usual}
              required
            />
            <TextArea label={t('review.hospital.words')} name="words" maxLength={500} />
            <Row>
              <Button type="submit" working={working}>
                {t('review.hospital.send', { n: confirmed })}
              </Button>
            </Row>
          </>
        ) : null}
        <FaultMessage trouble={trouble} />
        <p role="status">{sent > 0 ? t('review.hospital.sent', { n: sent }) : null}</p>
      </Stack>
    </KeptForm>
  );
}
