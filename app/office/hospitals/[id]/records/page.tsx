import type { Metadata } from 'next';
import { IntakeView } from '../../../../_intake/intake-view.tsx';
import { getText } from '../../../../_text/server.ts';
import { api, load } from '../../../../_trpc/server.ts';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('intake.title') };
}

/** The records of one hospital of the area as they come in. */
export default async function HospitalIntakePage({ params }: Props) {
  const { id } = await params;
  const { t } = await getText();
  const href = `/office/hospitals/${id}/records`;
  const overview = await load(href, api().hisSync.intake.of.query({ facilityId: id }));
  const back = { href: `/office/hospitals/${id}`, label: t('intake.back') };
  return <IntakeView overview={overview} href={href} back={back} facilityId={id} />;
}
