import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { regionDay } from '#server/kernel/clock.ts';
import { EligibilityView } from '../../_eligibility/eligibility-view.tsx';
import { getText } from '../../_text/server.ts';
import { getMe, signInPath } from '../../_trpc/server.ts';
import type { PageInput } from '../../_ui/page-input.ts';

const path = '/staff/eligibility';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('eligibility.title') };
}

/** By which table services are judged, for clinicians and family-planning workers; it holds nobody's data. */
export default async function EligibilityPage({ searchParams }: PageInput) {
  const { edition } = await searchParams;
  if ((await getMe()).kind !== 'staff') redirect(signInPath(path));
  return (
    <EligibilityView path={path} edition={typeof edition === 'string' ? edition : null} today={regionDay(new Date())} />
  );
}
