import type { Metadata } from 'next';
import Link from 'next/link';
import { getText } from '../../_text/server.ts';
import { TextProvider } from '../../_text/text-provider.tsx';
import { getMe, load } from '../../_trpc/server.ts';
import { Callout } from '../../_ui/callout.tsx';
import { PageHead, Panel, Section } from '../../_ui/page-head.tsx';
import { mayReadRecords } from '../duties.ts';
import { FindByCard, FindByCode } from './find-forms.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('patient.title') };
}

/** The way to one patient's record: from the day's list, by the card on the desk, or by a code. There is no list. */
export default async function RecordsPage() {
  const { t } = await getText();
  const me = await load('/staff/records', getMe());
  return (
    <>
      <PageHead title={t('patient.title')} lead={t('patient.lead')} />
      {mayReadRecords(me.roles) ? (
        <TextProvider areas={['patient']}>
          <p>
            {t('patient.fromQueue')} <Link href="/staff">{t('staff.nav.today')}</Link>
          </p>
          <Section title={t('patient.card')}>
            <Panel>
              <FindByCard />
            </Panel>
          </Section>
          <Section title={t('patient.byCode')}>
            <Panel>
              <FindByCode />
            </Panel>
          </Section>
        </TextProvider>
      ) : (
        <Callout tone="plain" title={t('patient.roles')} />
      )}
    </>
  );
}
