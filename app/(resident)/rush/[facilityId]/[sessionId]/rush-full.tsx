'use client';

import { useText } from '../../../../_text/client-text.tsx';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { Callout } from '../../../../_ui/callout.tsx';

/** All numbers are gone: waiting on would be in vain, and there is another way. */
export function RushFull({ book }: { book: string }) {
  const { t } = useText();
  return (
    <Callout tone="stop" alert title={t('rush.full')}>
      <p>{t('rush.fullLead')}</p>
      <ButtonLink href={book} prefetch={false}>
        {t('rush.toFull')}
      </ButtonLink>
    </Callout>
  );
}
