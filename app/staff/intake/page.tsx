import type { Metadata } from 'next';
import { IntakeView } from '../../_intake/intake-view.tsx';
import { getText } from '../../_text/server.ts';
import { api, load } from '../../_trpc/server.ts';
import { IntakeTabs } from './intake-tabs.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('intake.title') };
}

/** The records of the own hospital as they come in. */
export default async function StaffIntakePage() {
  const overview = await load('/staff/intake', api().hisSync.intake.own.query());
  return <IntakeView overview={overview} href="/staff/intake" tabs={<IntakeTabs at="intake" />} facilityId={null} />;
}
