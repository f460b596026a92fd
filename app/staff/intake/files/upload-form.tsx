'use client';

import Link from 'next/link';
import { useState } from 'react';
import type { PassSheet } from '#server/his-sync/flat/schema.ts';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { useAction } from '../../../_trpc/use-action.ts';
import { Button } from '../../../_ui/button.tsx';
import { FaultMessage } from '../../../_ui/fault-message.tsx';
import { TextField } from '../../../_ui/field.tsx';
import type { Words } from '../../../_ui/form-words.ts';
import { Panel, Section } from '../../../_ui/page-head.tsx';
import { SendForm } from '../../../_ui/send-form.tsx';
import { CheckSheet } from './check-sheet.tsx';

type Props = { bytesMost: number; rowsMost: number; facility: string };

/**
 * Sends a file as it is, since its character set is for the server to find out, and goes to what came of it; or has it
 * checked only, and shows here what would.
 */
export function UploadForm({ bytesMost, rowsMost, facility }: Props) {
  const { t } = useText();
  const [error, setError] = useState<string | null>(null);
  const [sheet, setSheet] = useState<PassSheet | null>(null);
  const { run, working, trouble } = useAction();
  const kb = Math.floor(bytesMost / 1000);
  const wrapped = async (data: FormData) => {
    const given = data.get('file');
    const file = given instanceof File && given.name !== '' ? given : null;
    const isLarge = file !== null && file.size > bytesMost;
    setError(isLarge ? t('files.upload.large', { kb }) : file ? null : t('files.upload.missing'));
    if (file === null || isLarge) return null;
    return { name: file.name.slice(0, 120), content: await base64Of(file) };
  };
  const upload = async (_: Words, data: FormData) => {
    const file = await wrapped(data);
    return file && (await trpc.hisSync.files.upload.mutate(file));
  };
  const check = async (form: HTMLFormElement | null) => {
    setSheet(null);
    const file = form && (await wrapped(new FormData(form)));
    if (file) setSheet(await run(() => trpc.hisSync.files.check.mutate(file), { refresh: false }));
  };
  return (
    <>
      <div className="no-print">
        <Section title={t('files.upload.title')}>
          <Panel>
            <SendForm
              stacked
              send={t('files.upload.send')}
              act={upload}
              to={(done) => `/staff/intake/files/${done.id}`}
              more={
                <>
                  <Button look="second" working={working} onClick={(event) => void check(event.currentTarget.form)}>
                    {t('files.check.send')}
                  </Button>
                  <Link href="/staff/intake/files/template">{t('files.upload.template')}</Link>
                </>
              }
            >
              <TextField
                type="file"
                name="file"
                accept=".csv,.json,.txt,text/csv,application/json"
                label={t('files.upload.file')}
                hint={t('files.upload.hint', { kb, rows: rowsMost })}
                error={error}
              />
              <FaultMessage trouble={trouble} />
            </SendForm>
          </Panel>
        </Section>
      </div>
      {sheet ? <CheckSheet key={sheet.checkedAt.getTime()} sheet={sheet} facility={facility} /> : null}
    </>
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
