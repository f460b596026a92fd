import type { Metadata } from 'next';
import { getText } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { api, getMe, load } from '../../../_trpc/server.ts';
import { KeepFresh } from '../../../_ui/keep-fresh.tsx';
import { PageHead } from '../../../_ui/page-head.tsx';
import type { PageInput } from '../../../_ui/page-input.ts';
import { mayTriage } from '../../duties.ts';
import { LineTable } from '../line-table.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('queue.line.title') };
}

/** The triage desk's view of one line: who waits in which order, who is late, missed or at tests. */
export default async function LinePage({ params }: PageInput<'sessionId'>) {
  const { t, f } = await getText();
  const { sessionId } = await params;
  const [me, view] = await load(
    `/staff/queue/${sessionId}`,
    Promise.all([getMe(), api().queues.line.query({ sessionId })]),
  );
  const { line } = view;
  return (
    <>
      <PageHead
        title={t('queue.triage.title', { department: line.departmentName })}
        back={{ href: '/staff/queue', label: t('queue.line.back') }}
        lead={[line.practitionerName, f.span(line.startsAt, line.endsAt), f.list(line.rooms) || t('queue.line.noRooms')]
          .filter(Boolean)
          .join(' · ')}
        updated={t('kit.updatedAt', { time: f.time(view.asOf) })}
      />
      <KeepFresh />
      <TextProvider areas={['queue']}>
        <LineTable view={view} mayTriage={mayTriage(me.roles)} />
      </TextProvider>
    </>
  );
}
