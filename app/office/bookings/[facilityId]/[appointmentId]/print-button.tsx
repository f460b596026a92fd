'use client';

import { useText } from '../../../../_text/client-text.tsx';
import { Button } from '../../../../_ui/button.tsx';
import { Icon } from '../../../../_ui/icon.tsx';

export function PrintButton() {
  const { t } = useText();
  const say = t as unknown as (key: string) => string;
  return (
    <div className="no-print">
      <Button look="second" onClick={() => window.print()}>
        <Icon name="print" />
        {say('kit.print')}
      </Button>
    </div>
  );
}
