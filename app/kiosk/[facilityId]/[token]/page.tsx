import type { Metadata } from 'next';
import { getText } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { api, load } from '../../../_trpc/server.ts';
import { Column, PageHead } from '../../../_ui/page-head.tsx';
import type { PageInput } from '../../../_ui/page-input.ts';
import css from './kiosk.module.css';
import { KioskForm } from './kiosk-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('queue.kiosk.title'), robots: { index: false } };
}

/** A check-in machine in the hall: the code or QR of the proof, and nothing about anybody else. */
export default async function KioskPage({ params }: PageInput<'facilityId' | 'token'>) {
  const { t } = await getText();
  const { facilityId, token } = await params;
  const kiosk = await load('/', api().queues.screen.query({ facilityId, token }));
  return (
    <main className={css.kiosk}>
      <Column>
        <PageHead title={`${kiosk.facilityName} · ${t('queue.kiosk.title')}`} lead={t('queue.kiosk.lead')} />
        <TextProvider areas={['queue']}>
          <KioskForm {...{ facilityId, token }} />
        </TextProvider>
        <p className={css.help}>{t('queue.kiosk.help')}</p>
      </Column>
    </main>
  );
}
