'use client';

import { Button } from '../../_ui/button.tsx';
import { Icon } from '../../_ui/icon.tsx';

export const PrintButton = ({ label }: { label: string }) => (
  <Button onClick={() => window.print()}>
    <Icon name="print" />
    {label}
  </Button>
);
