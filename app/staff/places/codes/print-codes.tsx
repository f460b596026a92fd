'use client';

import { useText } from '../../../_text/client-text.tsx';
import { Button } from '../../../_ui/button.tsx';
import { Icon } from '../../../_ui/icon.tsx';

export function PrintCodes() {
  const { t } = useText();
  return (
    <Button onClick={() => window.print()}>
      <Icon name="print" />
      {t('places.codes.go')}
    </Button>
  );
}
