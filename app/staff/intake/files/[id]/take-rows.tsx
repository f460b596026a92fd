'use client';

import { useState } from 'react';
import { useText } from '../../../../_text/client-text.tsx';
import { trpc } from '../../../../_trpc/client.ts';
import { ConfirmButton } from '../../../../_ui/confirm-button.tsx';
import { csvOf } from '../../../../office/csv-of.ts';

/** Brings the rows that are still to be mended as they came, a file a table. */
export function TakeRows({ id }: { id: string }) {
  const { t, locale } = useText();
  const [taken, setTaken] = useState(false);
  const take = async () => {
    const { tables } = await trpc.hisSync.files.badRows.mutate({ id });
    for (const { kind, headings, rows } of tables) {
      const table = locale === 'en' ? kind.en : kind.zh;
      save(`${t('files.file.downloadName', { table })}.csv`, csvOf([headings, ...rows], ''));
    }
    setTaken(true);
    return true;
  };
  if (taken) return <p role="status">{t('files.file.takenAway')}</p>;
  return (
    <ConfirmButton
      label={t('files.file.take')}
      title={t('files.file.takeTitle')}
      yes={t('files.file.takeYes')}
      act={take}
    >
      <p>{t('files.file.takeText')}</p>
    </ConfirmButton>
  );
}

function save(name: string, text: string): void {
  const href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = Object.assign(document.createElement('a'), { href, download: name });
  link.click();
  URL.revokeObjectURL(href);
}
