import type { Metadata } from 'next';
import { CaseView } from '../../../_identity/case-view.tsx';
import { getText } from '../../../_text/server.ts';
import { api, load } from '../../../_trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('identity.caseTitle') };
}

/** One doubtful patient of the own hospital. */
export default async function StaffIdentityCasePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const one = await load(`/staff/identity/${id}`, api().identity.ownCase.query({ id }));
  return <CaseView one={one} path="/staff/identity" as="facility" />;
}
