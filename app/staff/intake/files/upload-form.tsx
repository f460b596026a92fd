'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { useAction } from '../../../_trpc/use-action.ts';
import { Button } from '../../../_ui/button.tsx';
import { FaultMessage } from '../../../_ui/fault-message.tsx';
import { TextField } from '../../../_ui/field.tsx';
import { Row, Stack } from '../../../_ui/page-head.tsx';

type Props = { bytesMost: number; rowsMost: number };

/** Sends a file as it is, since its character set is for the server to find out, and goes to what came of it. */
export function UploadForm({ bytesMost, rowsMost }: Props) {
  const { t } = useText();
  const router = useRouter();
  const { run, working, trouble } = useAction();
  const [error, setError] = useState<string | null>(null);
  const kb = Math.floor(bytesMost / 1000);
  const send = async (data: FormData) => {
    const file = data.get('file');
    if (!(file instanceof File) || file.name === '') return setError(t('files.upload.missing'));
    if (file.size > bytesMost) return setError(t('files.upload.large', { kb }));
    setError(null);
    const content = await base64Of(file);
    const done = await run(() => trpc.hisSync.files.upload.mutate({ name: file.name.slice(0, 120), content }), {
      refresh: false,
    });
    if (done) router.push(`/staff/intake/files/${done.id}`);
  };
  return (
    <form action={(data) => void send(data)}>
      <Stack>
        <TextField
          type="file"
          name="file"
          accept=".csv,.json,.txt,text/csv,application/json"
          label={t('files.upload.file')}
          hint={t('files.upload.hint', { kb, rows: rowsMost })}
          error={error}
        />
        <FaultMessage trouble={trouble} />
        <Row>
          <Button type="submit" working={working}>
            {t('files.upload.send')}
          </Button>
          <Link href="/staff/intake/files/template">{t('files.upload.template')}</Link>
        </Row>
      </Stack>
    </form>
  );
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',', 2)[1] ?? '');
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
