'use client';

import { useState } from 'react';
import type { Trouble } from '../_text/fault-text.ts';
import { Button } from '../_ui/button.tsx';
import { Dialog } from '../_ui/dialog.tsx';
import { FaultMessage } from '../_ui/fault-message.tsx';

const blocking = { kind: 'appointment', id: 'sample', label: '呼吸内科' };
const trouble: Trouble = {
  code: 'refused',
  rule: 'day-limit',
  params: { limit: 2 },
  blocking,
  nextAt: '2026-11-25T00:00:00Z',
};

/** What appears only after something was done: a refusal and a dialog. */
export function GalleryFaults() {
  const [shown, setShown] = useState<'fault' | 'dialog' | null>(null);
  const close = () => setShown(null);
  return (
    <>
      <Button look="second" onClick={() => setShown('fault')}>
        显示一次拒绝
      </Button>
      <FaultMessage trouble={shown === 'fault' ? trouble : null} />
      <Button look="second" onClick={() => setShown('dialog')}>
        打开对话框
      </Button>
      <Dialog
        open={shown === 'dialog'}
        title="确定取消吗？"
        onClose={close}
        actions={<Button onClick={close}>知道了</Button>}
      >
        <p>取消后不能恢复。</p>
      </Dialog>
    </>
  );
}
