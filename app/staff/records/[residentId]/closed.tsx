import type { z } from 'zod';
import type { groundOutput } from '#server/records/schema/staff.ts';
import { getText } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { Callout } from '../../../_ui/callout.tsx';
import { PageHead, Panel, Section } from '../../../_ui/page-head.tsx';
import { BreakGlass } from './break-glass.tsx';

/** No relationship: the way in is the patient's code, or an emergency with its reason. */
export async function Closed({ ground, residentId }: { ground: z.infer<typeof groundOutput>; residentId: string }) {
  const { t } = await getText();
  const needed = ground.closed === 'glass-needed';
  return (
    <>
      <PageHead title={t('patient.title')} back={{ href: '/staff/records', label: t('patient.title') }} />
      <Callout tone="wait" title={t(needed ? 'patient.glass.title' : 'patient.closed.title')}>
        <p>{t(needed ? 'patient.glass.text' : 'patient.closed.text', { days: ground.encounterDays })}</p>
        {needed && ground.areaDays ? <p>{t('patient.glass.areaWay', { days: ground.areaDays })}</p> : null}
      </Callout>
      {needed ? (
        <Section title={t('patient.glass.form')}>
          <Panel>
            <TextProvider areas={['patient']}>
              <BreakGlass residentId={residentId} hours={ground.glassHours} />
            </TextProvider>
          </Panel>
        </Section>
      ) : null}
    </>
  );
}
