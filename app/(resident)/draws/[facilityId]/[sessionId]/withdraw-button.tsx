'use client';

import { useText } from '../../../../_text/client-text.tsx';
import { trpc } from '../../../../_trpc/client.ts';
import { SendForm } from '../../../../_ui/send-form.tsx';

export function WithdrawButton(entry: { facilityId: string; sessionId: string; entryId: string }) {
  const { t } = useText();
  return <SendForm look="second" send={t('draw.withdraw')} act={() => trpc.draws.withdraw.mutate(entry)} />;
}
