import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { waitingQueryOf } from '../../../../../_intake/waiting-query.ts';
import { WaitingView } from '../../../../../_intake/waiting-view.tsx';
import { getText } from '../../../../../_text/server.ts';
import { api, load } from '../../../../../_trpc/server.ts';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('intake.waiting.title') };
}

/** What waits at one hospital for one reason. */
export default async function HospitalWaitingPage({ params, searchParams }: Props) {
  const { id: facilityId } = await params;
  const query = waitingQueryOf(await searchParams);
  if (!query) notFound();
  const { type: resourceType, reason, page } = query;
  const href = `/office/hospitals/${facilityId}/records`;
  const wish = { facilityId, resourceType, reason, page };
  const found = await load(href, api().hisSync.intake.waitingOf.query(wish));
  return <WaitingView found={found} query={query} href={href} facilityId={facilityId} />;
}
