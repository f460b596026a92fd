'use client';

import { useState } from 'react';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { Callout } from '../../../_ui/callout.tsx';
import { ConfirmButton } from '../../../_ui/confirm-button.tsx';
import { Row, Stack } from '../../../_ui/page-head.tsx';
import css from './files.module.css';

/** Makes a key and shows it this once. */
export function NewKey() {
  const { t } = useText();
  const [key, setKey] = useState<string | null>(null);
  const make = async () => {
    const made = await trpc.hisSync.files.newKey.mutate();
    setKey(made.key);
    return true;
  };
  return (
    <Stack>
      {key ? (
        <Callout tone="good" title={t('files.key.made')} alert>
          <pre className={css.code}>{key}</pre>
        </Callout>
      ) : null}
      <Row>
        <ConfirmButton
          label={t('files.key.make')}
          title={t('files.key.makeTitle')}
          yes={t('files.key.makeYes')}
          act={make}
        >
          <p>{t('files.key.makeText')}</p>
        </ConfirmButton>
      </Row>
    </Stack>
  );
}
