'use client';

import { useText } from '../../../../_text/client-text.tsx';
import { Button } from '../../../../_ui/button.tsx';
import { Icon } from '../../../../_ui/icon.tsx';

export function PrintPaper() {
  const { t } = useText();
  return (
    <Button onClick={() => window.print()} wide>
      <Icon name="print" />
      {t('take.print')}
    </Button>
  );
}
