import type { Metadata } from 'next';
import { getText } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { api, load } from '../../../_trpc/server.ts';
import type { PageInput } from '../../../_ui/page-input.ts';
import { Wall } from './wall.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('queue.line.title'), robots: { index: false } };
}

/** A screen in a waiting hall: no frame, no sign-in, big type; whoever has the address may look. */
export default async function ScreenPage({ params }: PageInput<'facilityId' | 'token'>) {
  const { facilityId, token } = await params;
  const first = await load('/', api().queues.screen.query({ facilityId, token }));
  return (
    <TextProvider areas={['queue']}>
      <Wall {...{ facilityId, token, first }} />
    </TextProvider>
  );
}
