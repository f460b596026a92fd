'use client';

import { Button, type Look } from '../../_ui/button.tsx';
import { Icon } from '../../_ui/icon.tsx';

export const PrintButton = ({ label, ...look }: { label: string } & Look) => (
  <Button {...look} onClick={() => window.print()}>
    <Icon name="print" />
    {label}
  </Button>
);
