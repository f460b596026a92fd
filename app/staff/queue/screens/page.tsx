import type { Metadata } from 'next';
import { getText } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { api, load } from '../../../_trpc/server.ts';
import { PageHead } from '../../../_ui/page-head.tsx';
import { ScreenForm } from './screen-form.tsx';
import { ScreenTable } from './screen-table.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('queue.screens.title') };
}

/** The facility's screens and kiosks: making an address, opening it, taking it down. */
export default async function ScreensPage() {
  const { t } = await getText();
  const [{ screens }, directory] = await load(
    '/staff/queue/screens',
    Promise.all([api().queues.screens.query(), api().schedules.staffDirectory.query()]),
  );
  const departments = directory.departments.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <PageHead
        title={t('queue.screens.title')}
        back={{ href: '/staff/queue', label: t('queue.line.title') }}
        lead={t('queue.screens.lead')}
      />
      <TextProvider areas={['queue']}>
        <ScreenTable screens={screens} />
        <ScreenForm departments={departments} />
      </TextProvider>
    </>
  );
}
