import type { Metadata } from 'next';
import { addDays, regionDay } from '#server/kernel/clock.ts';
import { getText } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { api, load } from '../../../_trpc/server.ts';
import { Column, PageHead, Panel } from '../../../_ui/page-head.tsx';
import { SubstituteForm } from './substitute-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('stoppage.substitute.title') };
}

/** 替诊 for all clinics of a doctor over some days. */
export default async function SubstitutePage() {
  const { t } = await getText();
  const path = '/staff/stoppages/substitute';
  const { departments } = await load(path, api().schedules.staffDirectory.query());
  const today = regionDay(new Date());
  return (
    <Column>
      <PageHead
        back={{ href: '/staff/stoppages', label: t('stoppage.title') }}
        title={t('stoppage.substitute.title')}
        lead={t('stoppage.substitute.lead')}
      />
      <Panel>
        <TextProvider areas={['stoppage', 'clinic']}>
          <SubstituteForm departments={departments} from={today} to={addDays(today, 6)} />
        </TextProvider>
      </Panel>
    </Column>
  );
}
