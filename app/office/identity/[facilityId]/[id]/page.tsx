import type { Metadata } from 'next';
import { CaseView } from '../../../../_identity/case-view.tsx';
import { getText } from '../../../../_text/server.ts';
import { api, load } from '../../../../_trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('identity.caseTitle') };
}

type Props = { params: Promise<{ facilityId: string; id: string }> };

/** One doubtful patient of a hospital of the area. */
export default async function OfficeIdentityCasePage({ params }: Props) {
  const { facilityId, id } = await params;
  const one = await load(`/office/identity/${facilityId}/${id}`, api().identity.case.query({ facilityId, id }));
  return <CaseView one={one} path="/office/identity" as="office" />;
}
