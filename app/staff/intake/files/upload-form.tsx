'use client';

import Link from 'next/link';
import { useState } from 'react';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { TextField } from '../../../_ui/field.tsx';
import type { Words } from '../../../_ui/form-words.ts';
import { SendForm } from '../../../_ui/send-form.tsx';

type Props = { bytesMost: number; rowsMost: number };

/** Sends a file as it is, since its character set is for the server to find out, and goes to what came of it. */
export function UploadForm({ bytesMost, rowsMost }: Props) {
  const { t } = useText();
  const [error, setError] = useState<string | null>(null);
  const kb = Math.floor(bytesMost / 1000);
  const upload = async (_: Words, data: FormData) => {
    const given = data.get('file');
    const file = given instanceof File && given.name !== '' ? given : null;
    const isLarge = file !== null && file.size > bytesMost;
    setError(isLarge ? t('files.upload.large', { kb }) : file ? null : t('files.upload.missing'));
    if (file === null || isLarge) return null;
    const content = await base64Of(file);
    return await trpc.hisSync.files.upload.mutate({ name: file.name.slice(0, 120), content });
  };
  return (
    <SendForm
      stacked
      send={t('files.upload.send')}
      act={upload}
      to={(done) => `/staff/intake/files/${done.id}`}
      more={<Link href="/staff/intake/files/template">{t('files.upload.template')}</Link>}
    >
      <TextField
        type="file"
        name="file"
        accept=".csv,.json,.txt,text/csv,application/json"
        label={t('files.upload.file')}
        hint={t('files.upload.hint', { kb, rows: rowsMost })}
        error={error}
      />
    </SendForm>
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
