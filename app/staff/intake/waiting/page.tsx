import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { waitingQueryOf } from '../../../_intake/waiting-query.ts';
import { WaitingView } from '../../../_intake/waiting-view.tsx';
import { getText } from '../../../_text/server.ts';
import { api, load } from '../../../_trpc/server.ts';
import type { Query } from '../../duties.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('intake.waiting.title') };
}

/** What waits at the own hospital for one reason. */
export default async function StaffWaitingPage({ searchParams }: { searchParams: Query }) {
  const query = waitingQueryOf(await searchParams);
  if (!query) notFound();
  const { type: resourceType, reason, page } = query;
  const found = await load('/staff/intake', api().hisSync.intake.ownWaiting.query({ resourceType, reason, page }));
  return <WaitingView found={found} query={query} href="/staff/intake" facilityId={null} />;
}
