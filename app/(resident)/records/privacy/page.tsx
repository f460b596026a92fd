import type { Metadata } from 'next';
import { getText } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { api, load } from '../../../_trpc/server.ts';
import { Column, PageHead } from '../../../_ui/page-head.tsx';
import type { PageInput } from '../../../_ui/page-input.ts';
import { PrivacyLinks } from '../privacy-links.tsx';
import { readWhose } from '../whose.ts';
import { ChoicePart } from './choice-part.tsx';
import { DenialPart } from './denial-part.tsx';
import { SharePart } from './share-part.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('privacy.choice.title') };
}

/** Who may look: a yes or no to each purpose, whom to keep out, and codes to hand over. */
export default async function PrivacyPage({ searchParams }: PageInput) {
  const { t, f } = await getText();
  const whose = await readWhose('/records/privacy', searchParams);
  const { residentId } = whose;
  const { hospital } = await searchParams;
  const settings = await load('/records/privacy', api().consents.settings.query({ residentId }));
  return (
    <Column>
      <PageHead
        title={t('privacy.choice.title')}
        lead={t('privacy.choice.lead')}
        back={{ href: `/records${whose.query}`, label: t('records.title') }}
        updated={t('kit.updatedAt', { time: f.time(settings.asOf) })}
      />
      <PrivacyLinks whose={whose} here="/records/privacy" />
      <TextProvider areas={['privacy']}>
        <ChoicePart residentId={residentId} settings={settings} />
        <DenialPart whose={whose} denials={settings.denials} q={typeof hospital === 'string' ? hospital.trim() : ''} />
        <SharePart residentId={residentId} codes={settings.codes} hours={settings.shareHours} />
      </TextProvider>
    </Column>
  );
}
