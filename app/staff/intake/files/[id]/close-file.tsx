'use client';

import { useText } from '../../../../_text/client-text.tsx';
import { trpc } from '../../../../_trpc/client.ts';
import { ReasonForm } from '../../../../_ui/reason-form.tsx';

/** For what will not be mended: a file of the wrong kind, a trial, rows that came another way. */
export function CloseFile({ id }: { id: string }) {
  const { t } = useText();
  return (
    <ReasonForm
      name={`why-${id}`}
      summary={t('files.close.summary')}
      label={t('files.close.label')}
      hint={t('files.close.hint')}
      send={t('files.close.send')}
      minLength={2}
      maxLength={200}
      act={(why) => trpc.hisSync.files.close.mutate({ id, why })}
    />
  );
}
